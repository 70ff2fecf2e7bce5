import { useEffect } from 'react';
import { useStore } from 'zustand';
import './engine/overlay.css';
import { createMarkControl } from './reader-marks';
import type { ReaderMarking } from './reader-marks';
import { selectIsOpen } from './reader-store';
import type { ReaderStore } from './reader-store';

/** Keeps the marks on the pages of both views, and tells of gestures there. */
export function useMarking(
  store: ReaderStore,
  marking: ReaderMarking | undefined,
  focusPages: () => void,
): void {
  const session = useStore(store, (state) => state.session);
  const second = useStore(store, (state) => state.second);
  const isOpen = useStore(store, selectIsOpen);
  const first = isOpen ? session?.view?.marks : undefined;
  const other = second?.view.marks;
  const { marks, hooks, tool, onControl } = marking ?? {};

  useEffect(() => {
    for (const overlay of [first, other]) overlay?.set(marks ?? []);
  }, [first, other, marks]);
  useEffect(() => {
    for (const overlay of [first, other]) overlay?.listen(hooks);
  }, [first, other, hooks]);
  useEffect(() => {
    for (const overlay of [first, other]) overlay?.use(tool ?? 'none');
  }, [first, other, tool]);
  useEffect(() => {
    if (first === undefined || onControl === undefined) return;
    onControl(createMarkControl(store, focusPages));
    return () => onControl(undefined);
    // What focuses the pages is made anew at each render, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store, first, onControl]);
}
