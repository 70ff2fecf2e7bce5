import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import type { ImportOutcome } from '@shared/contract/bundle';
import { readConsolidatedPaper, readConsolidation } from '@main/services/consolidation';
import { listDecisions, saveDecision } from '@main/services/decisions';
import { quiet } from '@main/services/deps';
import { exportConsolidation } from '@main/services/export-consolidation';
import { exportDecisions } from '@main/services/export-decisions';
import { inspectBundle } from '@main/services/inspect-bundle';
import { saveMetaReview } from '@main/services/meta-reviews';
import { takeApart } from '../support/craft-bundle';
import { makeJudgements, META, settleFirst } from '../support/judgements';
import { completeReview, exportTo, importAll, SIM2SCIENCE, type Machine } from '../support/machine';
import { expectRefused } from '../support/refusal';
import { dumpStore } from '../support/store-state';

const venue = SIM2SCIENCE;
const paper = 7 as PaperNumber;

const outcomes = (machine: Machine, ...paths: readonly string[]): readonly ImportOutcome[] =>
  importAll(machine, ...paths).rows.map(({ outcome }) => outcome);
const lookAt = (machine: Machine) => readConsolidatedPaper(machine.deps, { venue, paper });

describe('a consolidation', () => {
  it('carries every review as it came, byte for byte, with its reviewer’s own signature', () => {
    const { consolidation, reviews } = makeJudgements();
    const inside = takeApart(consolidation);
    const carried = [...inside.files].filter(([name]) => name.startsWith('data/received/'));
    expect(carried.map(([, bytes]) => bytes.toString('base64')).toSorted()).toEqual(
      reviews.map((path) => readFileSync(path).toString('base64')).toSorted(),
    );
    expect(carried.every(([name, bytes]) => name.includes(takeBase(bytes)))).toBe(true);
  });

  it('brings an organizer reviews that they have not seen, the chair’s words, and the settled conflict', () => {
    const { organizer, consolidation } = makeJudgements();
    expect(outcomes(organizer, consolidation)).toEqual(['added']);
    const { reviews, metaReviews } = lookAt(organizer);
    expect(metaReviews).toMatchObject([
      { chairName: 'Noor Haddad', versions: [{ content: META, isOutdated: false }] },
    ]);
    const ada = reviews.find(({ reviewerName }) => reviewerName === 'Ada Lindqvist');
    expect(ada?.versions).toHaveLength(1);
    expect(ada?.settled).toMatchObject({ byName: 'Noor Haddad', setAside: [{ state: 'ready' }] });
    expect(reviews.map(({ reviewerName }) => reviewerName)).toEqual(['Ada Lindqvist', 'Bo Nakamura']);
    const row = readConsolidation(organizer.deps, { venue }).papers.find(({ number }) => number === paper);
    expect(row).toMatchObject({ recommendations: ['poster'], receivedCount: 2 });
  });

  it('says so when all of it is here already, and changes nothing', () => {
    const { organizer, consolidation } = makeJudgements();
    importAll(organizer, consolidation);
    const before = dumpStore(organizer, venue);
    const [row] = importAll(organizer, consolidation).rows;
    expect(row).toMatchObject({
      outcome: 'already',
      sentence: expect.stringContaining('here already') as string,
    });
    expect(dumpStore(organizer, venue)).toEqual(before);
  });

  it('has the same bytes for the same work, whenever it is written', () => {
    const { noor, consolidation } = makeJudgements();
    noor.setNow('2026-05-12T09:00:00Z');
    const path = join(noor.folder, 'again.referee');
    exportConsolidation(noor.deps, { venue, isEncrypted: false, path }, quiet);
    expect(readFileSync(path).equals(readFileSync(consolidation))).toBe(true);
  });

  it('says that a meta-review stands on reviews that changed since', () => {
    const { organizer, bo, consolidation } = makeJudgements();
    importAll(organizer, consolidation);
    completeReview(bo, 7, 1, 'on second thoughts');
    importAll(organizer, exportTo(bo, join(bo.folder, 'later.referee'), [7]).path);
    expect(lookAt(organizer).metaReviews[0]?.versions[0]?.isOutdated).toBe(true);
  });

  it('supersedes what the chair said before', () => {
    const { organizer, noor, consolidation } = makeJudgements();
    const path = join(noor.folder, 'second.referee');
    saveMetaReview(noor.deps, {
      venue,
      paper,
      content: { ...META, text: 'Settled.', needsDiscussion: false },
    });
    exportConsolidation(noor.deps, { venue, isEncrypted: false, path }, quiet);
    importAll(organizer, path, consolidation);
    expect(lookAt(organizer).metaReviews[0]?.versions).toMatchObject([{ content: { text: 'Settled.' } }]);
  });

  it('is nothing that a reviewer may have', () => {
    const { bo, consolidation, decision } = makeJudgements();
    expectRefused(bo, consolidation, 'BUNDLE_WRONG_PERSON');
    expectRefused(bo, decision, 'BUNDLE_WRONG_PERSON');
  });

  it('tells what it is before anything of it is stored', () => {
    const { organizer, consolidation } = makeJudgements();
    const before = dumpStore(organizer, venue);
    expect(inspectBundle(organizer.deps, { path: consolidation, keyPath: null }, quiet)).toMatchObject({
      kind: 'consolidation',
      author: { name: 'Noor Haddad' },
      standing: 'enrolled',
      papers: [{ number: 7 }],
      obstacle: null,
    });
    expect(dumpStore(organizer, venue)).toEqual(before);
  });
});

describe('a settled conflict', () => {
  it('is open again for whoever two people tell otherwise, until one of them has heard the other', () => {
    const { organizer, noor, reviews, kai, consolidation } = makeJudgements();
    importAll(organizer, ...reviews);
    settleFirst(organizer, paper, 1);
    const olgas = join(organizer.folder, 'olga.referee');
    exportConsolidation(organizer.deps, { venue, isEncrypted: false, path: olgas }, quiet);
    importAll(kai, olgas, consolidation);
    expect(versionsOfAda(kai)).toBe(2);
    importAll(noor, olgas);
    const kept = settleFirst(noor, paper, 1);
    const path = join(noor.folder, 'word.referee');
    exportConsolidation(noor.deps, { venue, isEncrypted: false, path }, quiet);
    importAll(kai, path);
    expect(versionsOfAda(kai)).toBe(1);
    expect(lookAt(kai).reviews[0]?.versions[0]?.hash).toBe(kept);
  });
});

describe('a decision', () => {
  it('reaches the chairs, and is taken back when the organizer takes it back', () => {
    const { organizer, noor, decision } = makeJudgements();
    expect(outcomes(noor, decision)).toEqual(['added']);
    expect(lookAt(noor).decisions).toMatchObject([
      { organizerName: 'Olga Marin', content: { outcome: 'poster', session: 'Poster session 2' } },
    ]);
    organizer.setNow('2026-05-14T09:00:00Z');
    saveDecision(organizer.deps, { venue, paper, content: { outcome: null, session: '', note: '' } });
    const path = join(organizer.folder, 'later.referee');
    exportDecisions(organizer.deps, { venue, isEncrypted: false, path }, quiet);
    expect(outcomes(noor, path, decision)).toEqual(['updated', 'already']);
    expect(readConsolidation(noor.deps, { venue }).papers[0]?.decisions).toEqual([]);
  });

  it('stands beside what the chairs recommend in the organizer’s list', () => {
    const { organizer, consolidation } = makeJudgements();
    importAll(organizer, consolidation);
    const { rows, kinds } = listDecisions(organizer.deps, { venue });
    expect(kinds.map(({ id }) => id)).toEqual(['oral', 'poster', 'reject']);
    expect(rows[0]).toMatchObject({
      number: 7,
      mine: { outcome: 'poster' },
      recommendations: [{ chairName: 'Noor Haddad', outcome: 'poster' }],
    });
  });

  it('that another organizer has replaced is not brought back by exporting again', () => {
    const { organizer, noor, decision } = makeJudgements();
    for (const { deps } of [organizer, noor]) {
      deps.stores.open(venue).db.exec(`UPDATE people SET is_organizer = 1 WHERE name = 'Noor Haddad'`);
    }
    importAll(noor, decision);
    noor.setNow('2026-05-15T09:00:00Z');
    saveDecision(noor.deps, {
      venue,
      paper,
      content: { outcome: 'reject' as FieldId, session: '', note: '' },
    });
    const path = join(noor.folder, 'noors.referee');
    exportDecisions(noor.deps, { venue, isEncrypted: false, path }, quiet);
    expect(outcomes(organizer, path)).toEqual(['updated']);
    const again = join(organizer.folder, 'again.referee');
    exportDecisions(organizer.deps, { venue, isEncrypted: false, path: again }, quiet);
    expect(outcomes(noor, again)).toEqual(['already']);
    expect(lookAt(noor).decisions).toMatchObject([
      { organizerName: 'Noor Haddad', content: { outcome: 'reject' } },
    ]);
  });

  it('is not a chair’s to make', () => {
    const { noor } = makeJudgements();
    expect(() => listDecisions(noor.deps, { venue })).toThrow('Only organizers');
  });

  it('has the same bytes for the same decisions', () => {
    const { organizer, decision } = makeJudgements();
    organizer.setNow('2026-05-20T09:00:00Z');
    const path = join(organizer.folder, 'again.referee');
    exportDecisions(organizer.deps, { venue, isEncrypted: false, path }, quiet);
    expect(readFileSync(path).equals(readFileSync(decision))).toBe(true);
  });
});

function versionsOfAda(machine: Machine): number | undefined {
  return lookAt(machine).reviews.find(({ reviewerName }) => reviewerName === 'Ada Lindqvist')?.versions
    .length;
}

/** The base folder of an archive, out of its first local header. */
function takeBase(bytes: Buffer): string {
  const name = bytes.toString('latin1', 30, 30 + bytes.readUInt16LE(26));
  return name.split('/', 1)[0] ?? '';
}
