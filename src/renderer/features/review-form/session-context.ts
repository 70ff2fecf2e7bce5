import { createContext, useCallback, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FormField } from '@shared/model/form';
import type { Venue } from '@shared/model/venue';
import type { Paper } from '@shared/model/paper';
import { useAtRest } from '../common/use-at-rest';
import type { ReviewSession, ReviewState } from './review-session';

/** How long nothing is typed before what is counted over texts is counted again, in milliseconds. */
const REST_MS = 150;

/** What a workspace adds to the head of a field, and of a text by whether it is empty. */
export type FieldActs = (field: FormField, isEmpty?: boolean) => ReactNode;

/** What every part of a form knows: whose review it is and whether it can be changed. */
export interface FormContext {
  readonly venue: Venue;
  readonly paper: Paper;
  readonly session: ReviewSession;
  readonly isReadOnly: boolean;
  /** What a workspace adds to the head of a field. */
  readonly fieldActs?: FieldActs | undefined;
}

/** Given by `ReviewForm` to its parts. */
export const formContext = createContext<FormContext | null>(null);

/** The form that this part is in. */
export function useForm(): FormContext {
  const form = useContext(formContext);
  if (form === null) throw new Error('a part of a review form is used outside of one');
  return form;
}

/** A piece of the review's state; renders again only when that piece changes. */
export function useReview<T>(select: (state: ReviewState) => T): T {
  return useStore(useForm().session.store, select);
}

/**
 * A piece of the review's state as it was when its writer rested last: a key that is typed does not render it again. `select`
 * stays the same as long as it picks the same piece.
 */
export function useReviewAtRest<T>(select: (state: ReviewState) => T): T {
  const { store } = useForm().session;
  const read = useCallback(() => select(store.getState()), [store, select]);
  return useAtRest(store.subscribe, read, REST_MS);
}
