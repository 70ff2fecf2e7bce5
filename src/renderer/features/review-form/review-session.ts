import { createStore, type StoreApi } from 'zustand/vanilla';
import { RequestError, toRequestError } from '@renderer/bridge/client';
import type { Draft } from '@shared/contract/library';
import type { ReviewForm } from '@shared/model/form';
import type { FieldId, Sha256 } from '@shared/model/ids';
import { MAX_ANSWER_LENGTH } from '@shared/model/answer-length';
import type { Answer, Answers } from '@shared/model/review';
import { SaveQueue, type QueueState } from '../common/saving/save-queue';
import { isSameData } from '../common/same-data';
import { proseOf, withAnswer } from './answer-values';
import {
  caretAfter,
  emptyHistory,
  findEdits,
  recordEdit,
  redoStep,
  sealHistory,
  undoStep,
  type EditHistory,
  type HistoryStep,
} from './edit-history';
import { shortcomingsOnScreen } from './form-sections';

/** What can be asked of main about one review. */
export interface ReviewRequests {
  /** The draft as it is on disk. */
  readonly read: () => Promise<Draft>;
  readonly answer: (field: FieldId, answer: Answer | null) => Promise<Draft>;
  readonly markReady: () => Promise<Draft>;
  readonly takeBack: () => Promise<Draft>;
  readonly takeVersion: (version: Sha256, take: TakenVersion) => Promise<Draft>;
  /** Takes an earlier version of one answer back. */
  readonly restore: (field: FieldId, version: number) => Promise<Draft>;
}

/** Which of two versions of a review goes on: the one here, or the one of another computer. */
export type TakenVersion = 'mine' | 'theirs';

/** A review as the form shows it. */
export interface ReviewState {
  /** What is on screen; ahead of `draft` while a change is on its way. */
  readonly answers: Answers;
  /** The draft as main last acknowledged it. */
  readonly draft: Draft;
  readonly saving: QueueState;
  readonly history: EditHistory;
  /** Text fields that show how they will read instead of their source. */
  readonly previewing: ReadonlySet<FieldId>;
  /** The text field that has the form to itself; null while all of it is seen. */
  readonly alone: FieldId | null;
  /** Whether what is missing is said at the fields too: after "Mark ready" was pressed in vain. */
  readonly isLackShown: boolean;
  readonly isMarking: boolean;
  /** Why "Mark ready" or "Take back" was refused. */
  readonly refusal: RequestError | null;
}

/** Where an undo or redo made its change: the field and, in prose, the caret. */
export interface ChangedPlace {
  readonly field: FieldId;
  readonly caret: number;
}

/** The edited draft of one review: lives on when its form leaves the screen, until everything is on disk. */
export interface ReviewSession {
  readonly store: StoreApi<ReviewState>;
  /** Changes one answer: shown at once, sent at once, can be undone. */
  readonly edit: (field: FieldId, answer: Answer | null) => void;
  readonly undo: () => ChangedPlace | null;
  readonly redo: () => ChangedPlace | null;
  /** Sends again what could not be saved. */
  readonly retry: () => void;
  /** Marks ready once everything is on disk. Answers the first field that lacks something, or null. */
  readonly markReady: () => Promise<FieldId | null>;
  readonly takeBack: () => Promise<void>;
  /**
   * Decides between the draft and a version of another computer. What is taken over can be undone, field by field.
   * Rejects with a RequestError when it was refused, or when something is not on disk.
   */
  readonly takeVersion: (version: Sha256, taken: TakenVersion) => Promise<void>;
  /** Takes an earlier version of an answer back; undone like any edit. Rejects as `takeVersion` does. */
  readonly restore: (field: FieldId, version: number) => Promise<void>;
  readonly togglePreview: (field: FieldId, isOn?: boolean) => void;
  /** Gives a text field the form to itself; null shows all of it again. */
  readonly showAlone: (field: FieldId | null) => void;
  /**
   * Takes over what changed elsewhere, when a draft that somebody asked for says something else than is here. Such a
   * draft may be older than what was acknowledged since, so it is asked for afresh. Never rejects.
   */
  readonly adopt: (draft: Draft) => Promise<void>;
  /** Whether anything is not on disk yet. */
  readonly hasUnsaved: () => boolean;
}

/** Starts a session on a draft. `nowMs` times the pauses in typing. */
export function createReviewSession(
  form: ReviewForm,
  draft: Draft,
  requests: ReviewRequests,
  nowMs: () => number = () => performance.now(),
): ReviewSession {
  const store = createStore<ReviewState>(() => ({
    answers: draft.answers,
    draft,
    saving: { phase: 'settled', error: null },
    history: emptyHistory,
    previewing: new Set(),
    alone: null,
    isLackShown: false,
    isMarking: false,
    refusal: null,
  }));
  const { getState, setState } = store;

  // Main does what it is asked in the order of asking. Answers are ordered by that: clocks step back.
  let lastAsked = 0;
  let lastTaken = 0;
  const inOrder = async (ask: () => Promise<Draft>): Promise<Told> => {
    lastAsked += 1;
    const number = lastAsked;
    return { number, draft: await ask() };
  };
  /** Whether nothing newer was told. */
  const take = ({ number, draft: told }: Told): boolean => {
    if (number < lastTaken) return false;
    lastTaken = number;
    setState({ draft: told });
    return true;
  };

  const queue = new SaveQueue<FieldId, Answer | null, Told>({
    send: (field, answer) => {
      const error = tooLong(form, field, answer);
      return error === null ? inOrder(() => requests.answer(field, answer)) : Promise.reject(error);
    },
    onAck: take,
    onState: (saving) => setState({ saving }),
  });

  const apply = (field: FieldId, answer: Answer | null, history: EditHistory): void => {
    setState((state) => ({ answers: withAnswer(state.answers, field, answer), history, refusal: null }));
    queue.push(field, answer);
  };

  const step = (taken: HistoryStep | null): ChangedPlace | null => {
    if (taken === null) return null;
    apply(taken.field, taken.to, taken.history);
    return { field: taken.field, caret: caretAfter(taken) };
  };

  const change = async (ask: () => Promise<Draft>): Promise<void> => {
    if (getState().isMarking) return;
    setState({ isMarking: true, refusal: null });
    try {
      if (!(await queue.whenAtRest())) return;
      take(await inOrder(ask));
      setState({ isLackShown: false });
    } catch (thrown) {
      setState({ refusal: toRequestError(thrown) });
    } finally {
      setState({ isMarking: false });
    }
  };

  /** Has main change the draft; what that changed here can be undone, field by field. */
  const replace = async (ask: () => Promise<Draft>): Promise<void> => {
    setState({ isMarking: true });
    try {
      if (!(await queue.whenAtRest())) throw getState().saving.error ?? toRequestError('not saved');
      const { answers: before } = getState();
      take(await inOrder(ask));
      const { draft: now, answers: shown, history } = getState();
      // What was typed meanwhile is on its way to the disk: it stays on screen, whatever the answer to the request says.
      const typed = new Set(findEdits(before, shown, nowMs()).map(({ field }) => field));
      const edits = findEdits(shown, now.answers, nowMs()).filter(({ field }) => !typed.has(field));
      const answers = edits.reduce((all, { field, after }) => withAnswer(all, field, after), shown);
      setState({ answers, history: edits.reduce(recordEdit, sealHistory(history)) });
    } finally {
      setState({ isMarking: false });
    }
  };

  const isBusy = (): boolean => getState().saving.phase !== 'settled' || getState().isMarking;

  return {
    store,
    edit: (field, answer) => {
      const { answers, history } = getState();
      const before = answers[field] ?? null;
      if (isSameData(before, answer)) return;
      apply(field, answer, recordEdit(history, { field, before, after: answer, atMs: nowMs() }));
    },
    undo: () => step(undoStep(getState().history)),
    redo: () => step(redoStep(getState().history)),
    retry: () => queue.retry(),
    markReady: async () => {
      const lacking = shortcomingsOnScreen(form, getState().answers)[0];
      if (lacking !== undefined) {
        setState({ isLackShown: true });
        return lacking.field;
      }
      await change(requests.markReady);
      return null;
    },
    takeBack: () => change(requests.takeBack),
    takeVersion: (version, taken) => replace(() => requests.takeVersion(version, taken)),
    restore: (field, version) => replace(() => requests.restore(field, version)),
    togglePreview: (field, isOn) => {
      const previewing = new Set(getState().previewing);
      if (isOn ?? !previewing.has(field)) previewing.add(field);
      else previewing.delete(field);
      setState({ previewing });
    },
    showAlone: (alone) => setState({ alone }),
    adopt: async (other) => {
      const { draft: mine, answers } = getState();
      if (isSameData(other, mine) && isSameData(other.answers, answers)) return;
      if (isBusy()) return;
      try {
        const told = await inOrder(requests.read);
        // What was typed meanwhile goes first; its acknowledgement says what else changed.
        if (isBusy() || !take(told)) return;
      } catch {
        // What is here stays; whoever asked for the draft is told why it cannot be read.
        return;
      }
      // What comes back while a person types is what they typed: it must not break their undo.
      const { draft: now, answers: shown, history } = getState();
      if (!isSameData(now.answers, shown)) setState({ answers: now.answers, history: sealHistory(history) });
    },
    hasUnsaved: () => queue.state.phase !== 'settled',
  };
}

/** A draft as main told it, and the number of the request that it answers. */
interface Told {
  readonly number: number;
  readonly draft: Draft;
}

/** A text that no request can carry, said in words that a person can act on. */
function tooLong(form: ReviewForm, field: FieldId, answer: Answer | null): RequestError | null {
  if (proseOf(answer).length <= MAX_ANSWER_LENGTH) return null;
  const label = form.fields.find(({ id }) => id === field)?.label ?? field;
  const message = `${label} is longer than ${MAX_ANSWER_LENGTH.toLocaleString('en')} characters. Shorten it.`;
  return new RequestError({ code: 'ANSWER_INVALID', message, detail: null });
}
