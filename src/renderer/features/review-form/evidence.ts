import type { PaperView } from '@shared/contract/library';
import type { FieldId } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { proseOf, toTextAnswer } from './answer-values';
import { openSession } from './open-session';

/** A field of prose that evidence can be put into. */
export interface EvidenceField {
  readonly id: FieldId;
  readonly label: string;
}

/** The texts of a review, for whoever brings evidence into them. */
export interface EvidenceTexts {
  readonly fields: readonly EvidenceField[];
  /** A field's text as it is on screen. */
  readonly textOf: (field: FieldId) => string;
  /** Changes a field's text as if it had been typed: sent at once, can be undone in the form. */
  readonly write: (field: FieldId, text: string) => void;
  /** Calls back at every change of an answer, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** The texts of my review of a paper, whether or not its form is on screen. */
export function openEvidence(venue: Venue, view: PaperView): EvidenceTexts {
  const { store, edit } = openSession(venue, view);
  return {
    fields: venue.form.fields
      .filter(({ kind }) => kind === 'text' && view.draft.status !== 'withdrawn')
      .map(({ id, label }) => ({ id, label })),
    textOf: (field) => proseOf(store.getState().answers[field]),
    write: (field, text) => edit(field, toTextAnswer(text)),
    subscribe: (onChange) =>
      store.subscribe((state, before) => {
        if (state.answers !== before.answers) onChange();
      }),
  };
}
