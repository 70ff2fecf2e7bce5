import { create } from 'zustand';

/** The place in the window's top bar that belongs to the open desk: one bar is enough above a page. */
export const useDeskSlot = create<{ readonly element: HTMLElement | null }>(() => ({ element: null }));

/** Says where that place is; for the top bar. */
export function setDeskSlot(element: HTMLElement | null): void {
  useDeskSlot.setState({ element });
}
