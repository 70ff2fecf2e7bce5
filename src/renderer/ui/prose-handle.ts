/** A stretch of a text by its ends, in UTF-16 units; the caret where both are the same. */
export interface ProseRange {
  readonly from: number;
  readonly to: number;
}

/** What can be done with a field of prose on screen from outside, whatever draws it. */
export interface ProseHandle {
  readonly focus: () => void;
  readonly text: () => string;
  readonly selection: () => ProseRange;
  /** Selects a stretch and brings it into view; the focus stays where it is. */
  readonly select: (range: ProseRange) => void;
  /** Puts text in place of the selection as if it had been typed; the caret ends behind it. */
  readonly insert: (text: string) => void;
}

/** Selects the text boxes of fields of prose, plain ones and editors. */
export const PROSE_BOX = '[data-prose]';

const handles = new WeakMap<Element, ProseHandle>();
let last: ProseHandle | undefined;

/** Says how the field drawn by an element is handled, until the returned function is called. */
export function registerProse(element: Element, handle: ProseHandle): () => void {
  const note = (): void => void (last = handle);
  handles.set(element, handle);
  element.addEventListener('focus', note);
  return () => {
    element.removeEventListener('focus', note);
    handles.delete(element);
    if (last === handle) last = undefined;
  };
}

/** The field of prose that had the focus last, while it is on screen. */
export function lastProse(): ProseHandle | undefined {
  return last;
}

/** The handle of the field of prose that an element draws; undefined for every other element. */
export function findProse(element: Element | null): ProseHandle | undefined {
  return element === null ? undefined : handles.get(element);
}
