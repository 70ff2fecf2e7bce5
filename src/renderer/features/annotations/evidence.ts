import {
  appendCitation,
  findCitations,
  isCitationStale,
  replaceCitations,
  toCitationLine,
} from '@shared/anchor/citation';
import type { AnnotationId, FieldId } from '@shared/model/ids';
import type { Note } from './notes-session';

/** The texts of a review that notes can be evidence in. */
export interface EvidenceTexts {
  readonly fields: readonly { readonly id: FieldId; readonly label: string }[];
  /** The field that was written in last, else the first one; undefined when there is none. */
  readonly inHand: () => FieldId | undefined;
  readonly textOf: (field: FieldId) => string;
  readonly write: (field: FieldId, text: string) => void;
  /** Calls back at every change of a text, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** A field that cites a note. */
export interface Citing {
  readonly field: FieldId;
  readonly label: string;
  /** Whether it quotes other words, or another page, than the note has now. */
  readonly isStale: boolean;
}

/** The fields that cite a note, in the order of the form. */
export function listCiting(texts: EvidenceTexts, note: Note): readonly Citing[] {
  return texts.fields
    .filter(({ id }) => findCitations(texts.textOf(id)).some((citation) => citation.id === note.id))
    .map(({ id, label }) => ({ field: id, label, isStale: isCitationStale(texts.textOf(id), note) }));
}

/** Puts a note into a field as a quoted line at its end. */
export function quoteIn(texts: EvidenceTexts, field: FieldId, note: Pick<Note, 'id' | 'content'>): void {
  texts.write(field, appendCitation(texts.textOf(field), toCitationLine(note)));
}

/** Makes the quoted lines of a field say what the note says now. */
export function refreshQuote(texts: EvidenceTexts, field: FieldId, note: Note): void {
  texts.write(field, replaceCitations(texts.textOf(field), note.id, toCitationLine(note)));
}

/** Takes the quoted lines of a note out of all fields. */
export function dropQuotes(texts: EvidenceTexts, id: AnnotationId): void {
  for (const { id: field } of texts.fields) {
    const text = texts.textOf(field);
    const without = replaceCitations(text, id, null);
    if (without !== text) texts.write(field, without);
  }
}
