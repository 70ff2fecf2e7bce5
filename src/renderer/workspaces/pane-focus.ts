/** The panes that a key goes to, as marked in the document by `data-pane`. */
export type PaneName = 'list' | 'page' | 'form';

const tabbable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [contenteditable]:not([contenteditable=false]), [tabindex]:not([tabindex="-1"])';

/** What a pane is there for, before the buttons around it: a list, a table, the pages of a paper. */
const mainThing = ['listbox', 'grid', 'group'].map((role) => `[role=${role}][tabindex="0"]`).join();

/** Where the focus was last in each pane. */
const lastFocused = new Map<string, WeakRef<HTMLElement>>();

/** Remembers where the focus is in each pane, until the returned function is called. */
export function rememberPaneFocus(): () => void {
  const note = (event: FocusEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const pane = event.target.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
    if (pane !== undefined) lastFocused.set(pane, new WeakRef(event.target));
  };
  window.addEventListener('focusin', note);
  return () => window.removeEventListener('focusin', note);
}

function panes(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.closest('[inert]') === null && (pane.checkVisibility?.() ?? true),
  );
}

function focusIn(pane: HTMLElement): void {
  const last = lastFocused.get(pane.dataset['pane'] ?? '')?.deref();
  const first = pane.querySelector<HTMLElement>(mainThing) ?? pane.querySelector<HTMLElement>(tabbable);
  const target = last !== undefined && pane.contains(last) ? last : first;
  target?.focus();
}

/** Puts the focus where it was in a pane, or at its start. Does nothing when the pane is not on screen. */
export function focusPane(name: PaneName): void {
  const pane = panes().find((one) => one.dataset['pane'] === name);
  if (pane !== undefined) focusIn(pane);
}

/** Puts the focus into the next pane on screen, round and round. */
export function focusNextPane(direction: 1 | -1): void {
  const all = panes();
  const current = all.findIndex((pane) => pane.contains(document.activeElement));
  const next =
    current === -1 ? (direction === 1 ? 0 : all.length - 1) : (current + direction + all.length) % all.length;
  const pane = all[next];
  if (pane !== undefined) focusIn(pane);
}
