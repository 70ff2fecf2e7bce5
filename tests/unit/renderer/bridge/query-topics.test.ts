import { expect, it } from 'vitest';
import { stalenessOf } from '@renderer/bridge/query-topics';
import type { PaperNumber, VenueId } from '@shared/model/ids';

const venue = 'sim2science-2026' as VenueId;
const judged = { topic: 'judgement.changed', payload: { venue, paper: 7 as PaperNumber } } as const;

it('asks again, gathered, for what shows the paper of which a chair or organizer said something', () => {
  expect(stalenessOf({ name: 'consolidation.get', input: { venue } }, judged)).toBe('soon');
  expect(stalenessOf({ name: 'decision.list', input: { venue } }, judged)).toBe('soon');
  expect(stalenessOf({ name: 'consolidation.getPaper', input: { venue, paper: 7 } }, judged)).toBe('soon');
});

it('leaves other papers, other venues and what shows no judgement alone', () => {
  expect(stalenessOf({ name: 'consolidation.getPaper', input: { venue, paper: 8 } }, judged)).toBe('fresh');
  expect(stalenessOf({ name: 'decision.list', input: { venue: 'other' } }, judged)).toBe('fresh');
  expect(stalenessOf({ name: 'library.get', input: { venue } }, judged)).toBe('fresh');
});

it('asks at once for the keys of a venue in which a key was accepted or revoked', () => {
  const changed = { topic: 'venue.changed', payload: { venue } } as const;
  expect(stalenessOf({ name: 'trust.list', input: { venue } }, changed)).toBe('now');
});
