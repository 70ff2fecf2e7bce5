import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { drawArea } from './draw-area';
import { markAt } from './hit-test';
import type { Passage } from './mark';
import type { OverlayPages } from './overlay-pages';
import { pageNumberAt, pageOf, toPdfPoint } from './page-geometry';
import { selectedRange } from './selection-quads';

/** What a press or a drag on a page makes: nothing but a selection, an area, or a note. */
export type MarkingTool = 'none' | 'area' | 'note';

/** What is told of marking. */
export interface MarkingHooks {
  /** Text was selected with pointer or keys, or, with false, it no longer is. */
  readonly onSelect: (isSelected: boolean) => void;
  /** A mark was pressed, or with null the page beside all marks. */
  readonly onPress: (id: string | null) => void;
  /** An area was drawn, or a note's place was pressed. */
  readonly onPlace: (tool: 'area' | 'note', passage: Passage) => void;
}

/** What listening to gestures needs to know at the moment of each. */
export interface MarkingState {
  readonly tool: () => MarkingTool;
  readonly hooks: () => MarkingHooks | undefined;
  readonly noteAt: (pageNumber: number, x: number, y: number) => Passage | undefined;
}

/**
 * Listens to selecting, pressing and drawing on the pages of a container.
 * @returns a function that stops it
 */
export function listenToMarking(
  container: HTMLElement,
  viewer: PDFViewer,
  pages: OverlayPages,
  state: MarkingState,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let wasSelected = false;
  let pointedAt: PointerEvent | undefined;

  const tell = (isSelected: boolean): void => {
    if (!isSelected && !wasSelected) return;
    wasSelected = isSelected;
    state.hooks()?.onSelect(isSelected);
  };
  const find = (event: MouseEvent): string | undefined => {
    const pageNumber = pageNumberAt(event.target);
    const page = pageNumber === undefined ? undefined : pageOf(viewer, pageNumber);
    if (pageNumber === undefined || page === undefined) return undefined;
    return markAt(pages.on(pageNumber), pageNumber, toPdfPoint(page, event.clientX, event.clientY))?.id;
  };
  const onClick = (event: MouseEvent): void => {
    const hooks = state.hooks();
    const pageNumber = pageNumberAt(event.target);
    const isOnLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (hooks === undefined || pageNumber === undefined || event.button !== 0 || isOnLink) return;
    if (state.tool() === 'note') {
      const passage = state.noteAt(pageNumber, event.clientX, event.clientY);
      if (passage !== undefined) hooks.onPlace('note', passage);
      return;
    }
    if (state.tool() !== 'none' || selectedRange(container) !== undefined) return;
    hooks.onPress(find(event) ?? null);
  };
  const point = (): void => {
    const event = pointedAt;
    pointedAt = undefined;
    if (event === undefined || signal.aborted) return;
    container.toggleAttribute('data-over-mark', state.tool() === 'none' && find(event) !== undefined);
  };
  const onPointerMove = (event: PointerEvent): void => {
    // While a button is down text is being selected or something drawn.
    if (event.buttons !== 0 || state.hooks() === undefined) return;
    if (pointedAt === undefined) requestAnimationFrame(point);
    pointedAt = event;
  };
  const onPointerDown = (event: PointerEvent): void => {
    const pageNumber = pageNumberAt(event.target);
    if (state.tool() !== 'area' || event.button !== 0 || pageNumber === undefined) return;
    event.preventDefault();
    const onDrawn = (passage: Passage): void => state.hooks()?.onPlace('area', passage);
    drawArea({ container, viewer, pageNumber, start: event, signal, onDrawn });
  };
  // The selection is final only after the event that ends it.
  const settle = (): void =>
    void setTimeout(() => !signal.aborted && tell(selectedRange(container) !== undefined));
  const onSelectionChange = (): void => {
    if (wasSelected && selectedRange(container) === undefined) tell(false);
  };

  container.addEventListener('click', onClick, { signal });
  container.addEventListener('pointermove', onPointerMove, { signal, passive: true });
  container.addEventListener('pointerdown', onPointerDown, { signal, capture: true });
  container.addEventListener('mousedown', (event) => state.tool() !== 'none' && event.preventDefault(), {
    signal,
    capture: true,
  });
  container.addEventListener('keyup', settle, { signal });
  document.addEventListener('pointerup', settle, { signal });
  document.addEventListener('selectionchange', onSelectionChange, { signal });
  return () => listening.abort();
}
