import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignmentPayloadSchema, type AssignmentPayload } from '@shared/model/bundle';
import { AppError } from '@shared/contract/errors';
import { ASSIGNMENT_PATH } from '@main/bundle/payload';
import { openBundle } from '@main/bundle/verify-bundle';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { listBundlesOut } from '@main/store/bundles-out';
import { listPeople } from '@main/store/people';
import { fileOf, takeApart } from '../../../support/craft-bundle';
import { makeOrganizer, SIM2SCIENCE } from '../../../support/machine';
import { makeScene } from '../../../support/scene';
import { listFiles } from '../../../support/store-state';

function payloadOf(path: string): AssignmentPayload {
  return assignmentPayloadSchema.parse(JSON.parse(fileOf(takeApart(path), ASSIGNMENT_PATH).toString()));
}

const namesIn = (path: string): string[] =>
  payloadOf(path)
    .people.map(({ name }) => name)
    .toSorted();

describe('a reviewer’s bundle under double-blind review', () => {
  it('holds no author and no other reviewer, in any byte', () => {
    const { bundleOf } = makeOrganizer();
    const bytes = readFileSync(bundleOf('Ada Lindqvist')).toString('latin1');
    // What must be there, so that the search below is known to find things.
    for (const word of ['Ada Lindqvist', 'Noor Haddad', 'olga@example.org', 'Title of paper, 7'])
      expect(bytes).toContain(word);
    for (const word of [
      'Author 7',
      'Author 12',
      'a7@example.org',
      'a12@example.org',
      'Bo Nakamura',
      'bo@example.org',
    ]) {
      expect(bytes.toLowerCase()).not.toContain(word.toLowerCase());
    }
  });

  it('holds nothing of the machine it was made on', () => {
    const { machine, bundleOf } = makeOrganizer();
    const bytes = readFileSync(bundleOf('Ada Lindqvist')).toString('latin1');
    const secrets = machine.identity.privatePem.split('\n').slice(1, -2);
    for (const word of [machine.folder, process.cwd(), 'Author 7', ...secrets])
      expect(bytes).not.toContain(word);
  });

  it('holds the papers and assignments of its reader only', () => {
    const { bundleOf } = makeOrganizer();
    const { papers, assignments, recipient, people } = payloadOf(bundleOf('Ada Lindqvist'));
    expect(papers).toEqual([7, 12]);
    expect(new Set(assignments.map(({ person }) => person))).toEqual(new Set([recipient]));
    expect(people.every(({ invitationKey }) => invitationKey === null)).toBe(true);
    expect(namesIn(bundleOf('Ada Lindqvist'))).toEqual(['Ada Lindqvist', 'Noor Haddad', 'Olga Marin']);
  });

  it('holds an invitation that no other bundle holds', () => {
    const { bundles } = makeOrganizer();
    const invitations = bundles.map(({ path }) => payloadOf(path).invitation);
    expect(new Set(invitations).size).toBe(bundles.length);
    const all = bundles.map(({ path }) => readFileSync(path).toString('latin1'));
    for (const invitation of invitations) {
      const secret = String(invitation).split('\n')[1] as string;
      expect(all.filter((bytes) => bytes.includes(secret))).toHaveLength(1);
    }
  });
});

describe('a chair’s bundle', () => {
  it('holds everybody of the papers that they chair, with the keys to know them by, and no author', () => {
    const { bundleOf } = makeOrganizer();
    const path = bundleOf('Noor Haddad');
    expect(namesIn(path)).toEqual(['Ada Lindqvist', 'Bo Nakamura', 'Noor Haddad', 'Olga Marin']);
    const { people, assignments } = payloadOf(path);
    expect(people.every(({ invitationKey }) => invitationKey !== null)).toBe(true);
    expect(assignments).toHaveLength(8);
    expect(readFileSync(path).toString('latin1')).not.toMatch(/Author \d/);
  });
});

describe('exporting assignments', () => {
  it('gives the same bytes again, on another day too', () => {
    const { organizer, assignment } = makeScene();
    const again = join(organizer.folder, 'again');
    mkdirSync(again);
    organizer.setNow('2026-05-12T09:00:00Z');
    const [first] = exportAssignments(organizer.deps, { venue: SIM2SCIENCE, folder: again }, quiet).filter(
      ({ person }) => person === 'Ada Lindqvist',
    );
    expect(readFileSync(first?.path ?? '').equals(readFileSync(assignment))).toBe(true);
  });

  it('is for organizers', () => {
    const { ada } = makeScene();
    ada.deps.stores.open(SIM2SCIENCE);
    const before = listFiles(ada.folder);
    const act = (): unknown => exportAssignments(ada.deps, { venue: SIM2SCIENCE, folder: ada.folder }, quiet);
    expect(act).toThrow(expect.objectContaining({ code: 'NOT_AN_ORGANIZER' }));
    expect(listFiles(ada.folder)).toEqual(before);
  });

  it('leaves whole bundles only when a person cancels', () => {
    const { organizer } = makeScene();
    const folder = join(organizer.folder, 'partly');
    mkdirSync(folder);
    let steps = 0;
    const checkpoint = (): void => {
      steps += 1;
      if (steps === 20) throw new AppError('CANCELLED', 'Cancelled.');
    };
    const act = (): unknown =>
      exportAssignments(organizer.deps, { venue: SIM2SCIENCE, folder }, { ...quiet, checkpoint });
    expect(act).toThrow('Cancelled');
    const left = Object.keys(listFiles(folder));
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(3);
    for (const name of left) openBundle(join(folder, name)).close();
  });

  it('notes of every bundle that is in place that it is, and of no other, when a person cancels', () => {
    const { machine } = makeOrganizer();
    const { db } = machine.deps.stores.open(SIM2SCIENCE);
    db.exec('UPDATE bundles_out SET written_at = NULL');
    const folder = join(machine.folder, 'partly');
    const progress = (_activity: string, done: number): void => {
      if (done === 2) throw new AppError('CANCELLED', 'Cancelled.');
    };
    const act = (): unknown =>
      exportAssignments(machine.deps, { venue: SIM2SCIENCE, folder }, { ...quiet, progress });
    expect(act).toThrow('Cancelled');
    const inPlace = Object.keys(listFiles(folder)).map((name) => openBundle(join(folder, name)));
    for (const bundle of inPlace) bundle.close();
    const noted = listPeople(db)
      .flatMap(({ id }) => listBundlesOut(db, 'assignment', id))
      .filter(({ writtenAt }) => writtenAt !== null);
    expect(noted.map(({ id }) => id).toSorted()).toEqual(inPlace.map(({ header }) => header.id).toSorted());
    expect(noted).toHaveLength(2);
  });

  it('says which file cannot be written', () => {
    const { organizer, assignment } = makeScene();
    // A file where a folder should be.
    const act = (): unknown =>
      exportAssignments(organizer.deps, { venue: SIM2SCIENCE, folder: join(assignment, 'inside') }, quiet);
    expect(act).toThrow(
      expect.objectContaining({
        code: 'FILE_UNWRITABLE',
        message: expect.stringContaining(join(assignment, 'inside')) as string,
      }),
    );
  });
});
