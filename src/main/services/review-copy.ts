import { AppError } from '@shared/contract/errors';
import { toPlainCitations } from '@shared/anchor/citation';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { answerText } from '@shared/rules/answer-text';
import { formatInstant } from '@shared/rules/deadlines';
import { getDraft } from '../store/drafts';
import { getPaper } from '../store/papers';
import { getVenue } from '../store/venues';
import type { ServiceDeps } from './deps';
import { reviewIdOf } from './identifiers';
import { requireSelf } from './my-review';

/** An answer as a copy shows it. */
export interface CopiedAnswer {
  readonly label: string;
  readonly isForChairs: boolean;
  /** Markdown, or one line a topic; empty where there is no answer. */
  readonly text: string;
  /** Whether the text is prose, in Markdown. */
  readonly isProse: boolean;
}

/** A review as a person keeps it, prints it or passes it on. */
export interface ReviewCopy {
  readonly venueId: VenueId;
  readonly venue: string;
  readonly paper: PaperNumber;
  readonly title: string;
  readonly reviewer: string;
  /** Whether it is ready, and since when it says what it says: `Ready, 10 May 2026, 18:00 (GMT+9)`. */
  readonly state: string;
  readonly answers: readonly CopiedAnswer[];
  /** Whether answers that only chairs may read were left out. */
  readonly isShortened: boolean;
}

/** Which reviews to copy. */
export interface CopyInput {
  readonly venue: VenueId;
  readonly papers: readonly PaperNumber[];
  /** Whether answers that only chairs may read are in. */
  readonly includesConfidential: boolean;
}

/** My reviews of papers, by number, as they stand in the drafts. Refused: REVIEW_NOT_FOUND, PAPER_NOT_FOUND. */
export function copyReviews(deps: ServiceDeps, input: CopyInput): readonly ReviewCopy[] {
  const { db } = deps.stores.open(input.venue);
  const venue = getVenue(db);
  const me = requireSelf(db);
  return [...new Set(input.papers)]
    .toSorted((a, b) => a - b)
    .map((number): ReviewCopy => {
      const paper = getPaper(db, number);
      const draft = getDraft(db, reviewIdOf(venue.id, number, me.id));
      if (paper === undefined) {
        throw new AppError('PAPER_NOT_FOUND', `There is no paper ${number} in this venue.`);
      }
      if (draft === undefined) {
        throw new AppError('REVIEW_NOT_FOUND', `You have written no review of paper ${number} yet.`);
      }
      const fields = venue.form.fields.filter(
        ({ audience }) => input.includesConfidential || audience !== 'chairs',
      );
      const savedAt = formatInstant(Date.parse(draft.changedAt), deps.clock.timeZone);
      return {
        venueId: venue.id,
        venue: venue.name,
        paper: number,
        title: paper.title,
        reviewer: me.name,
        state: `${draft.isReady ? 'Ready' : 'Draft, not marked ready'}, ${savedAt}`,
        isShortened: fields.length < venue.form.fields.length,
        answers: fields.map((field) => {
          const answer = draft.answers[field.id];
          const isProse = answer?.kind === 'text' || answer?.kind === 'flag';
          const text = answer === undefined ? '' : answerText(answer, field, venue.topics);
          return {
            label: field.label,
            isForChairs: field.audience === 'chairs',
            isProse,
            text: answer?.kind === 'topics' ? text.replaceAll('; ', '\n') : toPlainCitations(text),
          };
        }),
      };
    });
}
