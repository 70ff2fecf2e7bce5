import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AssignmentRun, AssignmentSettings } from '@shared/contract/assignment';
import { AppError } from '@shared/contract/errors';
import type { PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import type { PaperResponse } from '@shared/model/response';
import type { DayDate, Instant } from '@shared/model/time';
import {
  acceptRun,
  changeRun,
  findReplacements,
  readAssignmentDesk,
  readRun,
} from '@main/services/assignment-runs';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { personIdOf } from '@main/services/identifiers';
import { importReviewers } from '@main/services/import-reviewers';
import { repairStanding, runAssignment, traceFairness } from '@main/services/run-assignment';
import { listAssignments } from '@main/store/assignments';
import { transact } from '@main/store/database';
import { saveReceivedResponse } from '@main/store/received-responses';
import { makeUnassigned, settings } from '../../../support/assignment-scene';
import { writeUnassignedFiles } from '../../../support/unassigned-files';
import {
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  SIM2SCIENCE,
  type Machine,
} from '../../../support/machine';

const venue = SIM2SCIENCE;
const idOf = (email: string): PersonId => personIdOf(venue, email);
const run = (machine: Machine, changes: Partial<AssignmentSettings> = {}): Promise<AssignmentRun> =>
  runAssignment(machine.deps, { venue, settings: { ...settings, ...changes } }, quiet);

function pairsOf(machine: Machine, { id }: { readonly id: number }): string[] {
  return readRun(machine.deps, venue, id).papers.flatMap(({ number, pairs }) =>
    pairs.map(({ person }) => `${number} ${person}`),
  );
}

async function refusalOf(act: () => unknown): Promise<AppError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('an assignment', () => {
  it('gives each paper its reviewers, keeps every rule and explains each score', async () => {
    const { machine } = makeUnassigned();
    const found = await run(machine);
    expect(found).toMatchObject({
      kind: 'run',
      method: 'flow',
      broken: [],
      pairCount: 34,
      isEveryPair: true,
    });
    const { papers, reviewers } = readRun(machine.deps, venue, found.id);
    expect(papers.map(({ pairs }) => pairs.length)).toEqual([2, 2, 2, 2, 2, 2]);
    for (const { load, min, max } of reviewers) expect(load >= min && load <= max).toBe(true);
    const people = new Map(reviewers.map((one) => [one.person, one]));
    for (const { pairs } of papers) {
      expect(new Set(pairs.map(({ person }) => people.get(person)?.institution)).size).toBe(2);
    }
    const ada = papers[3]?.pairs.find(({ person }) => person === idOf('ada@one.edu'));
    expect(ada).toMatchObject({ level: 'expert', terms: { topics: 1_000_000, bid: null } });
  });

  it('never gives a paper to who is in conflict: declared, by a bid, or of an author’s institution', async () => {
    const { machine } = makeUnassigned();
    const pairs = pairsOf(machine, await run(machine));
    expect(pairs).not.toContain(`1 ${idOf('di@four.edu')}`);
    expect(pairs).not.toContain(`3 ${idOf('el@five.edu')}`);
  });

  it('is the same for the same seed and inputs, and says what it followed from', async () => {
    const { machine } = makeUnassigned();
    const [first, again, other] = [
      await run(machine),
      await run(machine),
      await run(machine, { minLoad: 2 }),
    ];
    expect(again).toEqual({ ...first, id: again.id });
    expect(pairsOf(machine, again)).toEqual(pairsOf(machine, first));
    expect(other.inputsSha256).not.toBe(first.inputsSha256);
  });

  it('says what has to give way where the rules cannot all be kept', async () => {
    const { machine } = makeUnassigned();
    const forbidden = ['ada@one.edu', 'bo@two.edu', 'cy@three.edu', 'el@five.edu'].map((email) => ({
      paper: 1 as PaperNumber,
      person: idOf(email),
    }));
    const { broken } = await run(machine, { forbidden });
    expect(broken).toEqual([
      {
        rule: 'reviews',
        paper: 1,
        person: null,
        sentence:
          'Paper 1 gets only 1 of 2 reviewers: 1 of 6 reviewers is in conflict and 4 are ruled out or declined.',
      },
    ]);
  });

  it('refuses a forced pair in conflict, and says why', async () => {
    const { machine } = makeUnassigned();
    const forced = [{ paper: 1 as PaperNumber, person: idOf('di@four.edu') }];
    const { code, message } = await refusalOf(() => run(machine, { forced }));
    expect(code).toBe('PAIR_NOT_ALLOWED');
    expect(message).toBe(
      'Di Castro cannot review paper 1: Di Castro is of the same institution as an author.',
    );
  });

  it('is refused where there is nobody to assign to', async () => {
    const machine = makeMachine();
    const files = writeUnassignedFiles(machine.folder);
    const organizer = { name: 'Olga Marin', email: 'olga@example.org' };
    createVenue(machine.deps, { venuePath: null, ...files, assignmentsPath: null, organizer }, quiet);
    expect((await refusalOf(() => run(machine))).code).toBe('NOTHING_TO_ASSIGN');
    expect(readAssignmentDesk(machine.deps, venue).reviewers).toEqual([]);
  });
});

describe('an accepted assignment', () => {
  const due = '2026-06-01' as DayDate;

  async function accept(machine: Machine): Promise<AssignmentRun> {
    const found = await run(machine);
    acceptRun(machine.deps, venue, found.id, due);
    return found;
  }

  it('is what stands, and what the bundles that are written say', async () => {
    const { machine } = makeUnassigned();
    const found = await accept(machine);
    const standing = listAssignments(machine.deps.stores.open(venue).db);
    expect(standing.map(({ paper, person }) => `${paper} ${person}`).toSorted()).toEqual(
      pairsOf(machine, found).toSorted(),
    );
    expect(new Set(standing.map((one) => one.due))).toEqual(new Set([due]));
    const out = join(machine.folder, 'out');
    mkdirSync(out);
    const bundles = exportAssignments(machine.deps, { venue, folder: out }, quiet);
    expect(bundles.flatMap(({ papers }) => papers)).toHaveLength(12);
    const ada = makeMachine();
    importAll(ada, bundles.find(({ person }) => person === 'Ada Lindqvist')?.path ?? '');
    expect(ada.deps.stores.list()).toEqual([venue]);
  });

  it('takes the place of the one before, whose pairs no longer stand', async () => {
    const { machine } = makeUnassigned();
    const first = await accept(machine);
    const [lost] = readRun(machine.deps, venue, first.id).papers[0]?.pairs ?? [];
    const pair = { paper: 1 as PaperNumber, person: lost?.person as PersonId };
    const second = await run(machine, { forbidden: [pair] });
    acceptRun(machine.deps, venue, second.id, due);
    const standing = listAssignments(machine.deps.stores.open(venue).db);
    expect(standing).toHaveLength(12);
    expect(standing.some(({ paper, person }) => paper === 1 && person === pair.person)).toBe(false);
    expect(readAssignmentDesk(machine.deps, venue).runs.map(({ acceptedAt }) => acceptedAt !== null)).toEqual(
      [true, true],
    );
  });

  it('is not taken when a reviewer has declined since it was found', async () => {
    const { machine } = makeUnassigned();
    const found = await run(machine);
    const [lost] = readRun(machine.deps, venue, found.id).papers[0]?.pairs ?? [];
    const { db } = machine.deps.stores.open(venue);
    const response: PaperResponse = {
      paper: 1 as PaperNumber,
      reviewer: lost?.person as PersonId,
      version: 1,
      statedAt: '2026-05-10T09:00:00.000Z' as Instant,
      statement: { kind: 'conflict', conflict: 'colleague', note: '' },
    };
    transact(db, () => saveReceivedResponse(db, { response, hash: 'a'.repeat(64) as Sha256 }));
    const refusal = await refusalOf(() => acceptRun(machine.deps, venue, found.id, due));
    expect(refusal.code).toBe('PAIR_NOT_ALLOWED');
    expect(refusal.message).toMatch(/ has said since then not to review paper 1\./);
    expect(listAssignments(db)).toEqual([]);
  });

  it('is repaired by replacing who declined and nobody else', async () => {
    const { machine } = makeUnassigned();
    const first = await accept(machine);
    const [lost] = readRun(machine.deps, venue, first.id).papers[4]?.pairs ?? [];
    const declined = [{ paper: 5 as PaperNumber, person: lost?.person as PersonId }];
    const repair = await repairStanding(
      machine.deps,
      { venue, settings: { ...settings, minLoad: 0 }, declined, gone: [] },
      quiet,
    );
    expect(repair).toMatchObject({ kind: 'repair', broken: [], removed: [] });
    expect(repair.added).toHaveLength(1);
    expect(repair.added[0]?.paper).toBe(5);
    const before = pairsOf(machine, first).filter((pair) => pair !== `5 ${lost?.person}`);
    expect(pairsOf(machine, repair)).toEqual(expect.arrayContaining(before));
  });

  it('leaves what was reviewed when its reviewer is gone, and gives the rest to others', async () => {
    const { machine } = makeUnassigned();
    const found = await accept(machine);
    const out = join(machine.folder, 'out');
    mkdirSync(out);
    const bundles = exportAssignments(machine.deps, { venue, folder: out }, quiet);
    const mine = bundles.find(({ person }) => person === 'Ada Lindqvist');
    const ada = makeMachine();
    importAll(ada, mine?.path ?? '');
    const [reviewed] = mine?.papers ?? [];
    completeReview(ada, Number(reviewed));
    exportTo(ada, join(ada.folder, 'ada.referee'), [Number(reviewed)]);
    importAll(machine, join(ada.folder, 'ada.referee'));
    const gone = [idOf('ada@one.edu')];
    const repair = await repairStanding(machine.deps, { venue, settings, declined: [], gone }, quiet);
    expect(repair.broken).toEqual([]);
    const left = pairsOf(machine, repair).filter((pair) => pair.endsWith(String(gone[0])));
    expect(left).toEqual([`${reviewed} ${gone[0]}`]);
    expect(pairsOf(machine, found).filter((pair) => pair.endsWith(String(gone[0]))).length).toBeGreaterThan(
      1,
    );
  });
});

describe('a change by hand', () => {
  it('costs what was said, and is remembered with where it came from', async () => {
    const { machine } = makeUnassigned();
    const found = await run(machine);
    const [first] = readRun(machine.deps, venue, found.id).papers[0]?.pairs ?? [];
    const place = { venue, run: found.id, paper: 1 as PaperNumber, person: first?.person as PersonId };
    const options = findReplacements(machine.deps, place, quiet);
    expect(options.length).toBeGreaterThan(1);
    expect(options.map(({ name }) => name)).not.toContain('Di Castro');
    const [best] = options;
    const changed = changeRun(
      machine.deps,
      { venue, run: found.id, remove: best?.remove ?? [], add: best?.add ?? [] },
      quiet,
    );
    expect(changed).toMatchObject({ kind: 'change', parent: found.id, method: 'hand', broken: best?.broken });
    expect(changed.total - found.total).toBe(best?.gain);
    expect(best?.broken.length === 0 ? (best?.gain ?? 0) <= 0 : true).toBe(true);
  });

  it('of an assignment that is forgotten is refused', async () => {
    const { machine } = makeUnassigned();
    const act = (): unknown => changeRun(machine.deps, { venue, run: 99, remove: [], add: [] }, quiet);
    expect((await refusalOf(act)).code).toBe('RUN_NOT_FOUND');
  });
});

describe('the curve', () => {
  it('begins with the best total; each point can be accepted', async () => {
    const { machine } = makeUnassigned();
    const best = await run(machine);
    const { points, outOfReach } = await traceFairness(machine.deps, { venue, settings, steps: 4 }, quiet);
    expect(points[0]).toMatchObject({ total: best.total, worst: best.worst });
    expect(points.at(-1)?.worst).toBeLessThan(outOfReach ?? 0);
    for (const point of points) {
      const { total, worst, broken } = readRun(machine.deps, venue, point.run);
      expect({ total, worst, broken }).toEqual({ total: point.total, worst: point.worst, broken: [] });
    }
    expect((await refusalOf(() => run(machine, { floor: outOfReach }))).code).toBe('FLOOR_OUT_OF_REACH');
  });
});

describe('tables about reviewers', () => {
  it('taken again bring only what changed', () => {
    const { machine, files } = makeUnassigned();
    const again = importReviewers(machine.deps, { venue, ...files }, quiet);
    expect(again).toEqual({ reviewerCount: 6, newReviewerCount: 0, bidCount: 3 });
    expect(readAssignmentDesk(machine.deps, venue).reviewers).toHaveLength(6);
  });

  it.each([
    ['email,name,topics\nnobody,N,sbi', 'line 2: "nobody" is not an e-mail address'],
    ['email,name,topics\na@b.org,N,alchemy', '"alchemy" is not a topic'],
    ['email,name,min,max\na@b.org,N,5,2', 'at least 5 papers is more than at most 2'],
    ['email,name,max\na@b.org,N,-1', 'is not a number of papers'],
    ['email,name\na@b.org,N\nA@b.org,N', 'a@b.org is there twice'],
  ])('with %j are refused, and nothing is written', async (text, problem) => {
    const { machine, files } = makeUnassigned();
    writeFileSync(files.reviewersPath, text);
    const before = readAssignmentDesk(machine.deps, venue);
    const { code, detail } = await refusalOf(() =>
      importReviewers(machine.deps, { venue, ...files, bidsPath: null }, quiet),
    );
    expect(code).toBe('TABLE_INVALID');
    expect(detail).toContain(problem);
    expect(readAssignmentDesk(machine.deps, venue)).toEqual(before);
  });

  it.each([
    ['paper,email,bid\n99,ada@one.edu,yes', 'there is no paper 99'],
    ['paper,email,bid\n1,who@one.edu,yes', 'who@one.edu is not a reviewer'],
    ['paper,email,bid\n1,ada@one.edu,gladly', '"gladly" is not a bid'],
  ])('bids with %j are refused', async (text, problem) => {
    const { machine, files } = makeUnassigned();
    writeFileSync(files.bidsPath, text);
    const act = (): unknown =>
      importReviewers(machine.deps, { venue, bidsPath: files.bidsPath, reviewersPath: null }, quiet);
    expect((await refusalOf(act)).detail).toContain(problem);
  });
});
