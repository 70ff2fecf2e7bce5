import { create } from 'zustand';
import type { FieldId } from '@shared/model/ids';

/** View state: the field whose history is open; null for none. */
export const useOpenHistory = create<{ readonly field: FieldId | null }>(() => ({ field: null }));

/** Opens the history of a field of the form on screen. */
export function openHistory(field: FieldId): void {
  useOpenHistory.setState({ field });
}

/** Closes it. */
export function closeHistory(): void {
  useOpenHistory.setState({ field: null });
}
