import { expect, it } from 'vitest';
import type { FieldId } from '@shared/model/ids';
import type { DecisionKind } from '@shared/model/venue';
import { outcomeLabel, shortOutcomeLabel } from '@shared/rules/decision-kinds';

const kinds = [
  ['oral', 'Accept (oral)'],
  ['reject', 'Reject'],
  ['maybe', 'Accept (if there is room) and discuss'],
].map(([id, label]): DecisionKind => ({ id: id as FieldId, label: label as string, isAcceptance: true }));

it('says an outcome in the words of the venue, and its id where the venue has none', () => {
  expect(outcomeLabel(kinds, 'oral')).toBe('Accept (oral)');
  expect(outcomeLabel(kinds, 'gone')).toBe('gone');
});

it('keeps in a narrow column what tells outcomes apart', () => {
  expect(shortOutcomeLabel(kinds, 'oral')).toBe('Oral');
  expect(shortOutcomeLabel(kinds, 'reject')).toBe('Reject');
  expect(shortOutcomeLabel(kinds, 'maybe')).toBe('Accept (if there is room) and discuss');
  expect(shortOutcomeLabel(kinds, 'gone')).toBe('Gone');
});
