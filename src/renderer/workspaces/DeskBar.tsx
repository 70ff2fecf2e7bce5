import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useDeskSlot } from './desk-slot';

/** Shows its content in the desk's place in the window's top bar. */
export function DeskBar({ children }: { readonly children: ReactNode }): ReactNode {
  const slot = useDeskSlot((state) => state.element);
  return slot === null ? null : createPortal(children, slot);
}
