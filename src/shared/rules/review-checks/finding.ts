import type { FieldId } from '../../model/ids';

/** A stretch of a field's prose (its text, or the explanation of a flag), in UTF-16 code units; `to` is behind its last. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** What every finding says. */
interface Found<Severity extends 'note' | 'required'> {
  readonly field: FieldId;
  /** `required` stands in the way of "ready"; a `note` never does. */
  readonly severity: Severity;
  /** The place in the field's prose that it is about; null where it is about the answer as a whole. */
  readonly span: TextSpan | null;
  /** For the reviewer: what was seen, and where it helps, why it matters. */
  readonly sentence: string;
  /** What it was judged by. Where this is the same, it is the same finding; where it changes, a new one. */
  readonly basis: string;
}

/** The answer lacks something: see `findShortcomings`. */
export type IncompleteFinding = Found<'required'> & { readonly check: 'incomplete' };
/** A high score without strengths, or a low one without weaknesses. */
export type ScoreFinding = Found<'note'> & { readonly check: 'score-without-reasons' };
/** An overall score far from the scores of its parts. */
export type PartsFinding = Found<'note'> & { readonly check: 'far-from-parts' };
/** An optional question without an answer, in a review that is otherwise complete. */
export type UnansweredFinding = Found<'note'> & { readonly check: 'unanswered' };
/** Topics that the authors declared and that the review says nothing of. */
export type TopicsFinding = Found<'note'> & { readonly check: 'declared-topics' };
/** The reviewer's name or e-mail address in what authors read. */
export type NameFinding = Found<'note'> & { readonly check: 'own-name' };
/** Another paper of the reviewer's. */
export type PaperFinding = Found<'note'> & { readonly check: 'other-paper' };
/** Words that hurt more than they tell. */
export type ToneFinding = Found<'note'> & { readonly check: 'tone' };

/** Something to look at before a review goes out. */
export type Finding =
  | IncompleteFinding
  | ScoreFinding
  | PartsFinding
  | UnansweredFinding
  | TopicsFinding
  | NameFinding
  | PaperFinding
  | ToneFinding;
