import { readFileSync } from 'node:fs';
import type { PaperNumber } from '@shared/model/ids';
import { answersSchema, type Answer } from '@shared/model/review';
import { venueSchema, type Venue } from '@shared/model/venue';
import type { CheckedReview } from '@shared/rules/review-checks/checked-review';

/** The venue that ships with Referee. */
export const venue: Venue = venueSchema.parse(
  JSON.parse(readFileSync('resources/venues/sim2science-2026.json', 'utf8')),
);

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

/** A complete review of paper 12 by Ada Lindqvist that gives nothing to look at, with some answers set or (null) cleared. */
export function makeReview(
  answers: Readonly<Record<string, Answer | null>> = {},
  changes: Partial<CheckedReview> = {},
): CheckedReview {
  const good: Record<string, Answer> = {
    topics: { kind: 'topics', tags: [{ topic: 'misspecification' as never, weight: 'primary', fit: 3 }] },
    soundness: { kind: 'rating', value: 3 },
    significance: { kind: 'rating', value: 3 },
    clarity: { kind: 'rating', value: 3 },
    relevance: { kind: 'rating', value: 3 },
    overall: { kind: 'rating', value: 4 },
    confidence: { kind: 'rating', value: 4 },
    summary: { kind: 'text', text: words(40) },
    strengths: { kind: 'text', text: words(40) },
    weaknesses: { kind: 'text', text: words(40) },
    questions: { kind: 'text', text: words(5) },
    presentation: { kind: 'choice', option: 'oral' as never },
    confidential: { kind: 'text', text: 'Nothing more.' },
  };
  const set = Object.entries({ ...good, ...answers }).filter(([, answer]) => answer !== null);
  return {
    venue,
    paper: {
      number: 12 as PaperNumber,
      title: 'Calibrating a misspecified simulator',
      abstract: 'We learn where a simulator is wrong.',
      keywords: [],
      topics: ['misspecification' as never],
    },
    answers: answersSchema.parse(Object.fromEntries(set)),
    me: { name: 'Ada Lindqvist', email: 'ada.lindqvist@uni.example' },
    papers: [
      { number: 7 as PaperNumber, title: 'Tempering widens posteriors' },
      { number: 12 as PaperNumber, title: 'Calibrating a misspecified simulator' },
      { number: 31 as PaperNumber, title: 'Noise' },
    ],
    hasToneHints: false,
    ...changes,
  };
}

/** Thirty words of nothing, then a sentence: long enough for every field, so that only the sentence is judged. */
export function saying(sentence: string): Answer {
  return { kind: 'text', text: `${words(32)}\n\n${sentence}` };
}
