import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import { prepareCipher } from '@main/bundle/age/cipher';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { quiet } from '@main/services/deps';
import { previewExport } from '@main/services/export-reviews';
import { handOver } from '@main/services/hand-over';
import { creditHelper, readHelp } from '@main/services/helpers';
import { inspectBundle } from '@main/services/inspect-bundle';
import { openPaper, readLibrary } from '@main/services/library';
import { refusePaper } from '@main/services/paper-acts';
import { transact } from '@main/store/database';
import { OWN_ASSERTION } from '@main/store/assertion';
import { listAssignments, saveAssignments } from '@main/store/assignments';
import { getSelf } from '@main/store/facts';
import { getPaper, savePaper } from '@main/store/papers';
import { getVenue, saveVenue } from '@main/store/venues';
import { editJson, pack, resign, takeApart } from '../support/craft-bundle';
import {
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  SIM2SCIENCE,
  type Machine,
} from '../support/machine';
import { refusalOf } from '../support/refusal';
import { makeScene } from '../support/scene';

beforeAll(prepareCipher);

const venue = SIM2SCIENCE;
const twelve = 12 as PaperNumber;
const ida = { name: 'Ida Berg', email: 'ida@example.org' };

const give = (machine: Machine, paper = 12, to = ida) =>
  handOver(
    machine.deps,
    { venue, paper: paper as PaperNumber, ...to, path: join(machine.folder, `to-${to.email}.referee`) },
    quiet,
  );
const helpWith = (machine: Machine, paper = 12) =>
  readHelp(machine.deps, { venue, paper: paper as PaperNumber });

/** Ada, who has handed paper 12 to Ida, and Ida, who has opened it. */
function makeHelp() {
  const { ada, organizer, assignment } = makeScene();
  const handed = give(ada);
  const helper = makeMachine();
  const report = importAll(helper, handed.path);
  return { ada, organizer, assignment, helper, handed, report };
}

describe('a paper that is handed to somebody who helps', () => {
  it('does not name its authors under double-blind review, though an organizer hands it over who knows them', () => {
    const { organizer } = makeScene();
    const { db } = organizer.deps.stores.open(venue);
    const paper = getPaper(db, twelve);
    const person = getSelf(db);
    if (paper === undefined || person === undefined) throw new Error('the scene has neither');
    const authors = [{ name: 'Grete Hermann', email: null }];
    transact(db, () => {
      savePaper(db, { ...paper, authors }, OWN_ASSERTION);
      const mine = { paper: twelve, person, role: 'reviewer', due: null } as const;
      saveAssignments(db, [...listAssignments(db), mine], OWN_ASSERTION, OWN_ASSERTION);
    });
    expect(getVenue(db).policy.blind).toBe('double');
    expect(getPaper(db, twelve)?.authors).toEqual(authors);
    const handed = [...takeApart(give(organizer).path).files].find(([path]) => path.endsWith('paper.json'));
    expect(JSON.parse(String(handed?.[1]))).toMatchObject({ number: 12, authors: [] });
  });

  it('opens on their computer with that paper alone, and names nobody but the two', () => {
    const { ada, helper, handed, report } = makeHelp();
    expect(report.rows).toMatchObject([{ outcome: 'added', author: 'Ada Lindqvist', papers: [12] }]);
    const library = readLibrary(helper.deps, { venue });
    expect(library.me).toMatchObject({ name: 'Ida Berg', roles: ['reviewer'] });
    expect(library.papers).toMatchObject([{ number: 12, due: '2026-05-13', status: 'not-started' }]);
    expect(previewExport(helper.deps, { venue })).toMatchObject({ recipients: ['Ada Lindqvist'] });
    const text = [...takeApart(handed.path).files.values()]
      .map((bytes) => bytes.toString('latin1'))
      .join('\n');
    expect(text).not.toMatch(/Noor|Olga Marin|Bo Nakamura|Author 12/);
    expect(helpWith(ada)).toMatchObject({ isAllowed: null, helpers: [{ name: 'Ida Berg', proposals: [] }] });
    expect(inspectBundle(helper.deps, { path: handed.path, keyPath: null }, quiet)).toMatchObject({
      isHandOver: true,
      recipient: 'Ida Berg',
      obstacle: null,
    });
  });

  it('comes back as a proposal beside one’s own review, known by the invitation, and nowhere else', () => {
    const { ada, helper, organizer } = makeHelp();
    completeReview(helper, 12, 5, 'Ida says');
    const path = join(helper.folder, 'back.referee');
    exportTo(helper, path, [12], false, true);
    expect(importAll(ada, path).rows).toMatchObject([
      {
        outcome: 'added',
        author: 'Ida Berg',
        sentence:
          'Ida Berg (your sub-reviewer) sent a review of #12. It stands beside your form as a proposal.',
      },
    ]);
    expect(helpWith(ada).helpers).toMatchObject([
      { proposals: [{ isReady: true, answers: { overall: { kind: 'rating', value: 5 } } }] },
    ]);
    expect(openPaper(ada.deps, { venue, paper: twelve }).draft.status).toBe('not-started');
    expect(importAll(ada, path).rows).toMatchObject([{ outcome: 'already' }]);
    // Encrypted to Ada alone; and even in the clear nobody else knows who that is.
    expect(importAll(organizer, path).rows).toMatchObject([
      { error: { code: 'BUNDLE_ENCRYPTED_FOR_OTHERS' } },
    ]);
    const plain = exportTo(helper, join(helper.folder, 'plain.referee'), [12]).path;
    importAll(organizer, plain);
    expect(readLibrary(ada.deps, { venue }).papers).toHaveLength(2);
  });

  it('may be declined by whom it was handed to, which its reviewer is told and nothing else', () => {
    const { ada, helper } = makeHelp();
    refusePaper(helper.deps, { venue, paper: twelve, statement: { kind: 'declined', reason: 'No time.' } });
    const path = exportTo(helper, join(helper.folder, 'no.referee'), [12]).path;
    expect(importAll(ada, path).rows).toMatchObject([
      { sentence: 'Ida Berg declined paper 12. Nothing was added.' },
    ]);
    expect(openPaper(ada.deps, { venue, paper: twelve })).toMatchObject({
      draft: { status: 'not-started' },
      response: null,
    });
  });

  it('is brought up to date by the next file, in whichever order the two come', () => {
    const { ada, helper } = makeHelp();
    completeReview(helper, 12, 5);
    const one = exportTo(helper, join(helper.folder, 'one.referee'), [12]).path;
    completeReview(helper, 12, 2);
    const two = exportTo(helper, join(helper.folder, 'two.referee'), [12]).path;
    importAll(ada, two, one);
    expect(helpWith(ada).helpers[0]?.proposals).toMatchObject([
      { answers: { overall: { kind: 'rating', value: 2 } } },
    ]);
  });

  it('is not believed from somebody who has another key than the one that got the invitation', () => {
    const { ada, helper } = makeHelp();
    completeReview(helper, 12, 5);
    const path = exportTo(helper, join(helper.folder, 'one.referee'), [12]).path;
    importAll(ada, path);
    const parts = takeApart(path);
    resign(parts, makeMachine().identity);
    expect(importAll(ada, pack(join(helper.folder, 'forged.referee'), parts)).rows).toMatchObject([
      { outcome: 'held' },
    ]);
  });

  it('may be handed over again, and another by the same reviewer comes beside it', () => {
    const { ada, helper } = makeHelp();
    importAll(helper, give(ada, 7).path);
    expect(readLibrary(helper.deps, { venue }).papers.map(({ number }) => number)).toContain(7);
  });
});

describe('a review that names who helped', () => {
  const credit = (machine: Machine, isCredited: boolean) => {
    const { person } = helpWith(machine).helpers[0] ?? {};
    creditHelper(machine.deps, { venue, paper: twelve, person: person as PersonId, isCredited });
  };
  const helpedBy = (machine: Machine) =>
    readConsolidatedPaper(machine.deps, { venue, paper: twelve }).reviews[0]?.versions[0]?.helpedBy;

  it('does so only where its reviewer wants it, and is changed by that', () => {
    const { ada, organizer } = makeHelp();
    completeReview(ada, 12);
    importAll(organizer, exportTo(ada, join(ada.folder, 'one.referee'), [12]).path);
    expect(helpedBy(organizer)).toEqual([]);
    credit(ada, true);
    expect(helpWith(ada).helpers).toMatchObject([{ isCredited: true }]);
    expect(openPaper(ada.deps, { venue, paper: twelve }).draft.status).toBe('changed');
    importAll(organizer, exportTo(ada, join(ada.folder, 'two.referee'), [12]).path);
    expect(helpedBy(organizer)).toEqual(['Ida Berg']);
    expect(openPaper(ada.deps, { venue, paper: twelve }).draft.status).toBe('exported');
    credit(ada, false);
    importAll(organizer, exportTo(ada, join(ada.folder, 'three.referee'), [12]).path);
    expect(helpedBy(organizer)).toEqual([]);
  });

  it('does so on the reviewer’s other computer too', () => {
    const { ada, assignment } = makeHelp();
    completeReview(ada, 12);
    credit(ada, true);
    const path = exportTo(ada, join(ada.folder, 'one.referee'), [12]).path;
    const desktop = makeMachine(undefined, ada.identity);
    importAll(desktop, assignment, path);
    expect(openPaper(desktop.deps, { venue, paper: twelve }).draft.status).toBe('exported');
    expect(filesEqual(path, exportTo(desktop, join(desktop.folder, 'same.referee'), [12]).path)).toBe(true);
  });
});

/** Whether two bundles hold the same review. */
function filesEqual(one: string, other: string): boolean {
  const review = (path: string): string =>
    [...takeApart(path).files].find(([name]) => name.startsWith('data/reviews/'))?.[1].toString() ?? path;
  return review(one) === review(other);
}

describe('handing over is refused', () => {
  it('where the venue forbids it, of a paper that was refused, to a person of the venue, and of what was handed over', () => {
    const { ada, helper } = makeHelp();
    const code = (act: () => unknown) => refusalOf(act);
    expect(code(() => give(helper, 12, { name: 'Third', email: 'third@example.org' }))).toBe(
      'HAND_OVER_FORBIDDEN',
    );
    expect(code(() => give(ada, 12, { name: 'Noor', email: 'noor@example.org' }))).toBe(
      'HAND_OVER_FORBIDDEN',
    );
    expect(code(() => give(ada, 31))).toBe('PAPER_NOT_FOUND');
    refusePaper(ada.deps, { venue, paper: twelve, statement: { kind: 'declined', reason: '' } });
    expect(code(() => give(ada))).toBe('HAND_OVER_FORBIDDEN');
    const { db } = ada.deps.stores.open(venue);
    const known = getVenue(db);
    transact(db, () => {
      saveVenue(db, {
        ...known,
        revision: known.revision + 1,
        policy: { ...known.policy, subReviewers: false },
      });
    });
    expect(code(() => give(ada, 7))).toBe('HAND_OVER_FORBIDDEN');
    expect(helpWith(ada, 7).isAllowed).toBe(false);
  });

  it('when it is opened by a reviewer of the venue, whose store keeps to its organizers', () => {
    const { ada } = makeScene();
    const path = give(ada).path;
    const other = makeScene().ada;
    expect(importAll(other, path).rows).toMatchObject([{ error: { code: 'BUNDLE_WRONG_PERSON' } }]);
  });

  it.each<[string, (payload: Record<string, unknown>) => object]>([
    [
      'makes somebody a chair',
      (all) => ({ ...all, people: (all['people'] as object[]).map((one) => ({ ...one, roles: ['chair'] })) }),
    ],
    ['is on behalf of another', (all) => ({ ...all, onBehalfOf: all['recipient'] })],
    ['pretends to be an organizer’s', ({ onBehalfOf: _by, ...all }) => all],
  ])('as a bundle that %s', (_what, edit) => {
    const { ada } = makeScene();
    const parts = takeApart(give(ada).path);
    editJson(parts, 'data/assignment.json', edit);
    resign(parts, ada.identity);
    const path = pack(join(ada.folder, 'bent.referee'), parts);
    expect(importAll(makeMachine(), path).rows).toMatchObject([{ error: { code: 'BUNDLE_INVALID' } }]);
  });
});
