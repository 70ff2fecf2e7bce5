import { describe, expect, it } from 'vitest';
import { quiet } from '@main/services/deps';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { exportReviews } from '@main/services/export-reviews';
import { openPaper } from '@main/services/library';
import { inspectBundle } from '@main/services/inspect-bundle';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import { answerField } from '@main/services/save-draft';
import { isPaperPdf } from '@main/store/papers';
import { answer, importAll, SIM2SCIENCE, type Machine } from '../../../support/machine';
import { makeScene } from '../../../support/scene';

const paper = 7 as PaperNumber;

/** Every statement that `work` runs on a machine's store, with its query plan. */
function plansOf(
  machine: Machine,
  work: () => void,
): { readonly sql: string; readonly plan: readonly string[] }[] {
  const { db } = machine.deps.stores.open(SIM2SCIENCE);
  const seen = new Set<string>();
  const prepare = db.prepare.bind(db);
  db.prepare = (sql: string) => {
    seen.add(sql);
    return prepare(sql);
  };
  work();
  db.prepare = prepare;
  return [...seen]
    .filter((sql) => /^\s*(?:SELECT|UPDATE|DELETE|INSERT)/i.test(sql))
    .map((sql) => {
      const parameters = Array.from({ length: sql.split('?').length - 1 }, () => null);
      const rows = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
      return { sql, plan: rows.map(({ detail }) => detail) };
    });
}

/** Scans of whole tables, but of those that hold a handful of rows whatever the venue. */
function scans(plans: ReturnType<typeof plansOf>): string[] {
  return plans.flatMap(({ sql, plan }) =>
    plan
      .filter((step) => /^SCAN (?!venue_revisions|responses|json_each|CONSTANT|\d)/.test(step))
      .map((step) => `${step}: ${sql.trim().slice(0, 90)}`),
  );
}

describe('what happens at every keystroke and click', () => {
  it('uses an index: opening a paper', () => {
    const { ada } = makeScene();
    const plans = plansOf(ada, () => openPaper(ada.deps, { venue: SIM2SCIENCE, paper }));
    expect(plans.length).toBeGreaterThan(5);
    expect(scans(plans)).toEqual([]);
  });

  it('uses an index: saving an answer', () => {
    const { ada } = makeScene();
    const plans = plansOf(ada, () => {
      answer(ada, 7, 'summary', { kind: 'text', text: 'a' });
      answerField(ada.deps, { venue: SIM2SCIENCE, paper, field: 'summary' as FieldId, answer: null });
    });
    expect(plans.length).toBeGreaterThan(5);
    expect(scans(plans)).toEqual([]);
  });

  it('uses an index: whether a blob may be shown', () => {
    const { ada } = makeScene();
    const { db } = ada.deps.stores.open(SIM2SCIENCE);
    expect(scans(plansOf(ada, () => isPaperPdf(db, '0'.repeat(64) as never)))).toEqual([]);
  });

  it('uses an index: importing reviews, the thousandth as fast as the first', () => {
    const { organizer, review } = makeScene();
    const plans = plansOf(organizer, () => {
      inspectBundle(organizer.deps, { path: review, keyPath: null }, quiet);
      importAll(organizer, review);
    });
    expect(plans.length).toBeGreaterThan(8);
    expect(scans(plans)).toEqual([]);
  });

  it('uses an index: reading the reviews of one paper', () => {
    const { organizer, review } = makeScene();
    importAll(organizer, review);
    const plans = plansOf(organizer, () =>
      readConsolidatedPaper(organizer.deps, { venue: SIM2SCIENCE, paper }),
    );
    const ofReviews = plans.filter(({ sql }) => /revisions|draft/.test(sql));
    expect(ofReviews.length).toBeGreaterThan(0);
    expect(scans(ofReviews)).toEqual([]);
  });

  it('uses an index: exporting', () => {
    const { ada, review } = makeScene();
    const input = {
      venue: SIM2SCIENCE,
      papers: [paper],
      includeUnready: false,
      isEncrypted: false,
      path: `${review}.again`,
    };
    const plans = plansOf(ada, () => exportReviews(ada.deps, input, quiet));
    expect(plans.length).toBeGreaterThan(5);
    expect(scans(plans)).toEqual([]);
  });

  it('shows a scan as one: the tests above can fail', () => {
    const { ada } = makeScene();
    const { db } = ada.deps.stores.open(SIM2SCIENCE);
    const plans = plansOf(ada, () => {
      db.prepare('SELECT * FROM papers WHERE title = ?').all('x');
    });
    expect(scans(plans)).toHaveLength(1);
  });
});
