import { readFileSync } from 'node:fs';
import type { Draft, PaperView } from '@shared/contract/library';
import { paperSchema } from '@shared/model/paper';
import type { Answer, Answers } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { venueSchema, type Venue } from '@shared/model/venue';
import { findShortcomings } from '@shared/rules/review-completeness';

/** The venue that ships with Referee. */
export const venue: Venue = venueSchema.parse(
  JSON.parse(readFileSync('resources/venues/sim2science-2026.json', 'utf8')),
);

/** A paper of it with no answers yet, declared to be about misspecification. */
export function paperView(answers: Answers = {}): PaperView {
  return {
    paper: paperSchema.parse({
      number: 12,
      title: 'Calibrating a misspecified simulator',
      abstract: '',
      keywords: [],
      topics: ['misspecification'],
      authors: [],
      pdf: { sha256: '0'.repeat(64), sizeBytes: 1 },
    }),
    pdfUrl: `app://blob/${'0'.repeat(64)}`,
    due: null,
    draft: draftOf(answers, null),
    response: null,
    otherVersions: [],
    view: null,
  };
}

/** A draft as main would tell it. */
export function draftOf(answers: Answers, savedAt: string | null, isReady = false): Draft {
  return {
    answers,
    isReady,
    status: isReady ? 'ready' : Object.keys(answers).length > 0 ? 'draft' : 'not-started',
    shortcomings: findShortcomings(venue.form, answers),
    savedAt: savedAt as Instant | null,
  };
}

/** An answer to every required field. */
export function completeAnswers(): Answers {
  const words = Array.from({ length: 40 }, () => 'word').join(' ');
  const answers: Record<string, Answer> = {};
  for (const field of venue.form.fields.filter(({ isRequired }) => isRequired)) {
    if (field.kind === 'rating') answers[field.id] = { kind: 'rating', value: 3 };
    if (field.kind === 'text') answers[field.id] = { kind: 'text', text: words };
    if (field.kind === 'topics') {
      const [first] = venue.topics;
      if (first)
        answers[field.id] = { kind: 'topics', tags: [{ topic: first.id, weight: 'primary', fit: 3 }] };
    }
  }
  return answers;
}
