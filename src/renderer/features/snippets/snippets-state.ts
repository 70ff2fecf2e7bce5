import { create } from 'zustand';

/** View state: what of the snippets is open. */
export const useSnippetsUi = create<{ readonly open: 'pick' | 'manage' | null }>(() => ({ open: null }));

/** Opens the list to insert from. */
export function pickSnippet(): void {
  useSnippetsUi.setState({ open: 'pick' });
}

/** Opens the sheet in which snippets are made and changed. */
export function manageSnippets(): void {
  useSnippetsUi.setState({ open: 'manage' });
}

/** Closes whichever is open. */
export function closeSnippets(): void {
  useSnippetsUi.setState({ open: null });
}
