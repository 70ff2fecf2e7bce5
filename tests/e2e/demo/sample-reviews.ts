import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { topicTagSchema } from '@shared/model/topic';
import type { FieldId } from '@shared/model/ids';
import type { AnswersByField } from '../support/people';

const rating = z.number().int();
const reviewFileSchema = z.strictObject({
  paper: z.number().int(),
  email: z.email(),
  summary: z.string(),
  strengths: z.string(),
  weaknesses: z.string(),
  questions: z.string(),
  topics: z.array(topicTagSchema),
  soundness: rating,
  significance: rating,
  clarity: rating,
  relevance: rating,
  overall: rating,
  confidence: rating,
  presentation: z.string(),
  confidential: z.string(),
});

/** One of the reviews that are written for the sample. */
export interface SampleReview {
  readonly paper: number;
  /** The reviewer's address, as in the sample's table of assignments. */
  readonly email: string;
  readonly answers: AnswersByField;
}

/** The reviews of the sample, by paper and reviewer. */
export function readSampleReviews(): readonly SampleReview[] {
  const folder = resolve('resources/sample/reviews');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => toReview(reviewFileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))));
}

function toReview(file: z.infer<typeof reviewFileSchema>): SampleReview {
  const { paper, email, topics, presentation } = file;
  const texts = ['summary', 'strengths', 'weaknesses', 'questions', 'confidential'] as const;
  const ratings = ['soundness', 'significance', 'clarity', 'relevance', 'overall', 'confidence'] as const;
  return {
    paper,
    email,
    answers: {
      topics: { kind: 'topics', tags: topics },
      ...Object.fromEntries(ratings.map((id) => [id, { kind: 'rating' as const, value: file[id] }])),
      ...Object.fromEntries(
        texts.filter((id) => file[id] !== '').map((id) => [id, { kind: 'text' as const, text: file[id] }]),
      ),
      presentation: { kind: 'choice', option: presentation as FieldId },
    },
  };
}
