import { useSyncExternalStore, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import type { ProseBoxProps } from './prose-box';

/** The latest that the editor is asked for after a field of prose came on screen, in milliseconds. */
const PATIENCE_MS = 500;

type EditorBox = ComponentType<ProseBoxProps>;

let editor: EditorBox | null = null;
let isAsked = false;
let isComposing = false;
const listeners = new Set<() => void>();

/** The editor's component; null until it is loaded, while a plain field takes what is typed. */
export function useEditorBox(): EditorBox | null {
  return useSyncExternalStore(subscribe, () => editor);
}

/**
 * Loads the editor once the window has nothing better to do: it is a good part of the window's code, and no field has to
 * wait for it. A page that tells of no idle time keeps the plain fields.
 */
export function loadEditorWhenIdle(): void {
  if (isAsked || typeof requestIdleCallback === 'undefined') return;
  isAsked = true;
  requestIdleCallback(() => void loadEditor(), { timeout: PATIENCE_MS });
}

/** Loads the editor now. What a person is composing with an input method is waited for. */
export async function loadEditor(): Promise<void> {
  isAsked = true;
  const heard = watchComposing();
  const { EditorBox } = await import('./EditorBox');
  const swap = (): void => {
    heard.abort();
    editor = EditorBox;
    // In one go, so that no keystroke can come between the two.
    flushSync(() => {
      for (const listener of listeners) listener();
    });
  };
  if (!isComposing) swap();
  // The composed text reaches the plain field in this same event.
  else window.addEventListener('compositionend', () => setTimeout(swap), { once: true });
}

function watchComposing(): AbortController {
  const heard = new AbortController();
  const listen = (type: 'compositionstart' | 'compositionend', isNow: boolean): void =>
    window.addEventListener(type, () => (isComposing = isNow), { signal: heard.signal, capture: true });
  listen('compositionstart', true);
  listen('compositionend', false);
  return heard;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
