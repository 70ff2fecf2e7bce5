import type { StandingDecision } from '@shared/contract/consolidation';
import type { DecisionRow } from '@shared/contract/decision';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { summarizeScores } from '@shared/rules/score-summary';

/** When everything in these tests was written. */
export const writtenAt = '2026-05-10T12:04:31.000Z' as Instant;

/** A paper to decide: two of three reviews in, nothing said yet, unless told. */
export function rowOf(number: number, title: string, more: Partial<DecisionRow> = {}): DecisionRow {
  return {
    number: number as PaperNumber,
    title,
    overall: summarizeScores([3, 5]),
    receivedCount: 2,
    expectedCount: 3,
    recommendations: [],
    mine: { outcome: null, session: '', note: '' },
    savedAt: null,
    standing: [],
    ...more,
  };
}

/** What I decided, on disk. */
export function decided(outcome: string | null): Pick<DecisionRow, 'mine' | 'savedAt'> {
  return { mine: { outcome: outcome as FieldId | null, session: '', note: '' }, savedAt: writtenAt };
}

/** A decision that came in. */
export function standingOf(organizerName: string, outcome: string | null): StandingDecision {
  return {
    organizerName,
    content: { outcome: outcome as FieldId | null, session: '', note: '' },
    writtenAt,
  };
}
