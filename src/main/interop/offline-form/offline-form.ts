/** A system whose offline review forms are read and written. */
export type OfflineSystem = 'hotcrp' | 'easychair';

/** One step of a scale, or one of several options. */
export interface OfflineChoice {
  /** What is entered for it: `4`, `-2`, `A`; null where its label is entered. */
  readonly symbol: string | null;
  readonly label: string;
}

/** A question that a form asks. */
export interface OfflineQuestion {
  /** As the form words it, on one line. */
  readonly name: string;
  /** Choices in the form's order; none where text is asked for. */
  readonly choices: readonly OfflineChoice[];
  /** The form's own explanation, on one line; empty where there is none. */
  readonly help: string;
  readonly isRequired: boolean;
  /** Whether the form says that authors do not get the answer. */
  readonly isHiddenFromAuthors: boolean;
}

/**
 * A directive of a form with everything up to the next one. Its four texts, one after the other, are the file's own
 * characters, so that what is not answered anew is written as it was read.
 */
export interface OfflineSection {
  /** The directive's line in the file, from 1. */
  readonly line: number;
  /** The directive and the comments below it. */
  readonly head: string;
  /** Empty lines before the answer. */
  readonly lead: string;
  /** The answer as the file has it. */
  readonly body: string;
  /** What follows the answer: empty lines and comments. */
  readonly tail: string;
  readonly part: OfflinePart;
}

/** What a section is for. */
export type OfflinePart =
  | { readonly kind: 'question'; readonly question: OfflineQuestion; readonly value: string | null }
  /** Whether the review is ready for others. */
  | { readonly kind: 'readiness' }
  /** Where the paper's number is to be entered. */
  | { readonly kind: 'paper-number' }
  /** Kept as it is. */
  | { readonly kind: 'other' };

/** One review in a form file. */
export interface OfflineReview {
  readonly line: number;
  /** The paper's number; null in a blank form. */
  readonly paper: number | null;
  readonly title: string | null;
  readonly reviewer: { readonly name: string; readonly email: string | null } | null;
  readonly isReady: boolean;
  readonly sections: readonly OfflineSection[];
}

/** Something in a form that is not as it should be; the rest of the form was read. */
export interface OfflineProblem {
  readonly line: number;
  readonly what: string;
}

/** A form file. `preamble` and its reviews' sections, one after the other, are the file. */
export interface OfflineForm {
  readonly system: OfflineSystem;
  /** The venue's short name as the form gives it; null where it gives none. */
  readonly venueName: string | null;
  readonly preamble: string;
  readonly reviews: readonly OfflineReview[];
  readonly problems: readonly OfflineProblem[];
}

/** A form that was filled in, and what could not be written as it was said. */
export interface FilledForm {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Answers by question: a text, or the symbol (else the label) of a choice. */
export type OfflineAnswers = ReadonlyMap<string, string>;

/** A text that is no form of this kind at all. */
export class OfflineFormError extends Error {
  /** The line where that shows, from 1. */
  readonly line: number;

  constructor(line: number, what: string) {
    super(what);
    this.name = 'OfflineFormError';
    this.line = line;
  }
}

/** The questions of a review, in the order of the form. */
export function questionsOf(review: OfflineReview): readonly OfflineQuestion[] {
  return review.sections.flatMap(({ part }) => (part.kind === 'question' ? [part.question] : []));
}

/** The answers that a review holds. */
export function answersOf(review: OfflineReview): OfflineAnswers {
  return new Map(
    review.sections.flatMap(({ part }) =>
      part.kind === 'question' && part.value !== null ? [[part.question.name, part.value] as const] : [],
    ),
  );
}

/** A section as the file has it. */
export function sectionText({ head, lead, body, tail }: OfflineSection): string {
  return `${head}${lead}${body}${tail}`;
}

/** A review as the file has it. */
export function reviewText(review: OfflineReview): string {
  return review.sections.map(sectionText).join('');
}
