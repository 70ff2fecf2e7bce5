import { textChange } from '@renderer/ui/text-change';
import type { FieldId } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';
import { isSameData } from '../common/same-data';
import { proseOf } from './answer-values';

/** One change of one field, as one undo takes it back. */
export interface Edit {
  readonly field: FieldId;
  readonly before: Answer | null;
  readonly after: Answer | null;
  /** When it last grew, in milliseconds of any steady clock. */
  readonly atMs: number;
}

/** What can be undone and redone, oldest first. Never changed in place. */
export interface EditHistory {
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
  /** Whether the newest past edit may not grow any more: something else happened since. */
  readonly isSealed: boolean;
}

/** An undo or redo: what is left of the history, the field that changes, and the value it gets. */
export interface HistoryStep {
  readonly history: EditHistory;
  readonly field: FieldId;
  readonly from: Answer | null;
  readonly to: Answer | null;
}

/** How long a pause in typing may be within one edit, in milliseconds. */
const PAUSE_MS = 1000;
/** How long a run of typing may be before the next word begins a new edit, in UTF-16 code units. */
const RUN_LENGTH = 20;
/** How many edits are kept. */
const LIMIT = 2000;

/** Nothing to undo yet. */
export const emptyHistory: EditHistory = { past: [], future: [], isSealed: true };

/** The history with an edit done. Typing without a pause grows the edit before it. */
export function recordEdit(history: EditHistory, edit: Edit): EditHistory {
  const last = history.past.at(-1);
  if (last !== undefined && !history.isSealed && continues(last, edit)) {
    const grown = { ...last, after: edit.after, atMs: edit.atMs };
    return { past: [...history.past.slice(0, -1), grown], future: [], isSealed: false };
  }
  return { past: [...history.past, edit].slice(-LIMIT), future: [], isSealed: false };
}

/** What changes between two sets of answers, one edit a field. */
export function findEdits(before: Answers, after: Answers, atMs: number): readonly Edit[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as FieldId[]);
  return [...fields].flatMap((field) => {
    const edit = { field, before: before[field] ?? null, after: after[field] ?? null, atMs };
    return isSameData(edit.before, edit.after) ? [] : [edit];
  });
}

/** The history in which whatever comes next is an edit of its own. */
export function sealHistory(history: EditHistory): EditHistory {
  return history.isSealed ? history : { ...history, isSealed: true };
}

/** Takes the newest edit back; null when there is none. */
export function undoStep(history: EditHistory): HistoryStep | null {
  const edit = history.past.at(-1);
  if (edit === undefined) return null;
  const left = { past: history.past.slice(0, -1), future: [...history.future, edit], isSealed: true };
  return { history: left, field: edit.field, from: edit.after, to: edit.before };
}

/** Does the edit that was last taken back again; null when there is none. */
export function redoStep(history: EditHistory): HistoryStep | null {
  const edit = history.future.at(-1);
  if (edit === undefined) return null;
  const left = { past: [...history.past, edit], future: history.future.slice(0, -1), isSealed: true };
  return { history: left, field: edit.field, from: edit.before, to: edit.after };
}

/** Where the caret belongs after a step: behind what changed in the field's prose. */
export function caretAfter(step: HistoryStep): number {
  const change = textChange(proseOf(step.from), proseOf(step.to));
  return change.start + change.inserted.length;
}

/** Whether an edit is more of the same typing (or deleting) as the one before it. */
function continues(last: Edit, edit: Edit): boolean {
  if (edit.field !== last.field || edit.atMs - last.atMs > PAUSE_MS) return false;
  if (!isProse(last) || !isProse(edit)) return false;
  const whole = textChange(proseOf(last.before), proseOf(last.after));
  const step = textChange(proseOf(edit.before), proseOf(edit.after));
  if (step.inserted.length > 0) {
    const isTyping = step.removed === '' && step.inserted.length <= 2 && whole.removed === '';
    // Repeated characters make the place of a change ambiguous, so its length tells more than its start.
    const isAtTheEnd = Math.abs(step.start - (whole.start + whole.inserted.length)) <= 1;
    return isTyping && isAtTheEnd && !isNewWord(whole.inserted, step.inserted);
  }
  return step.removed.length <= 2 && whole.inserted === '' && whole.removed.length < RUN_LENGTH * 2;
}

function isNewWord(run: string, inserted: string): boolean {
  return run.length > RUN_LENGTH && /\s$/u.test(run) && /^\S/u.test(inserted);
}

/** Whether an edit changed prose only: a text, or the explanation of a flag that stayed as it was. */
function isProse({ before, after }: Edit): boolean {
  if ((before?.kind ?? after?.kind) === 'text') return true;
  return before?.kind === 'flag' && after?.kind === 'flag' && before.isRaised === after.isRaised;
}
