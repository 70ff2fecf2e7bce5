import { create } from 'zustand';
import type { Tone } from './tone';

/** What a passing message says. */
export interface ToastMessage {
  readonly title: string;
  readonly text?: string | undefined;
  readonly tone?: Tone;
  /** One act that follows from it: "Show in folder". */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** How long it stays, in milliseconds. Danger, and anything with an act, stays until it is dismissed. */
  readonly durationMs?: number | undefined;
}

/** A message on show. */
export interface ShownToast extends ToastMessage {
  readonly id: number;
}

/** The messages on show, oldest first. */
export const useToasts = create<{ readonly toasts: readonly ShownToast[] }>(() => ({ toasts: [] }));

const mostShown = 4;
let lastId = 0;

/** Shows a passing message and returns its id. For what must be acted on, use a Banner in its place. */
export function toast(message: ToastMessage): number {
  lastId += 1;
  const shown = { ...message, id: lastId };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, shown].slice(-mostShown) }));
  return shown.id;
}

/** Takes a message away. */
export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }));
}
