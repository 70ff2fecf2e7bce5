import type { PaperView } from '@shared/contract/library';
import type { FieldId } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import { proseOf, toTextAnswer } from './answer-values';
import { fieldInHand } from './field-in-hand';
import { openSession } from './open-session';

/** Takes over what was written in another window, where the form itself is not on screen. Never rejects. */
export function adoptDraft(venue: Venue, view: PaperView): Promise<void> {
  return openSession(venue, view).adopt(view.draft);
}

/** A field of prose that evidence can be put into. */
export interface EvidenceField {
  readonly id: FieldId;
  readonly label: string;
}

/** The texts of a review, for whoever brings evidence into them. */
export interface EvidenceTexts {
  readonly fields: readonly EvidenceField[];
  /** The field that was written in last, else the first one; undefined when there is none. */
  readonly inHand: () => FieldId | undefined;
  /** A field's text as it is on screen. */
  readonly textOf: (field: FieldId) => string;
  /** Changes a field's text as if it had been typed: sent at once, can be undone in the form. */
  readonly write: (field: FieldId, text: string) => void;
  /** Calls back at every change of an answer, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** My answers on a paper as they are on screen, whether or not its form is, and the way to change them. */
export function openAnswers(venue: Venue, view: PaperView): OpenAnswers {
  const { store, edit } = openSession(venue, view);
  return {
    answers: () => store.getState().answers,
    isReady: () => store.getState().draft.isReady,
    edit,
    subscribe: store.subscribe,
  };
}

/** What {@link openAnswers} gives. */
export interface OpenAnswers {
  readonly answers: () => Answers;
  readonly isReady: () => boolean;
  /** Changes an answer as if it had been typed: sent at once, can be undone in the form. */
  readonly edit: (field: FieldId, answer: Answer | null) => void;
  /** Calls back at every change, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** The texts of my review of a paper, whether or not its form is on screen. */
export function openEvidence(venue: Venue, view: PaperView): EvidenceTexts {
  const session = openSession(venue, view);
  const { store, edit } = session;
  const fields = venue.form.fields
    .filter(({ kind }) => kind === 'text' && view.draft.status !== 'withdrawn')
    .map(({ id, label }) => ({ id, label }));
  return {
    fields,
    inHand: () => (fields.find(({ id }) => id === fieldInHand(session)) ?? fields[0])?.id,
    textOf: (field) => proseOf(store.getState().answers[field]),
    write: (field, text) => edit(field, toTextAnswer(text)),
    subscribe: (onChange) =>
      store.subscribe((state, before) => {
        if (state.answers !== before.answers) onChange();
      }),
  };
}
