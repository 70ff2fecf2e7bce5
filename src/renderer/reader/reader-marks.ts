import type { KeyboardEvent, ReactNode } from 'react';
import type { PageQuads } from '@shared/model/annotation';
import type { WrittenMark } from './engine/annotated-pdf';
import type { FormerPassage } from './engine/find-passages';
import type { PageMark, Passage } from './engine/mark';
import type { MarkOverlay } from './engine/overlay';
import type { MarkingHooks, MarkingTool } from './engine/overlay-gestures';
import type { ReaderStore } from './reader-store';

/** What a reader shows on the pages beside the paper itself, and whom it tells of gestures there. */
export interface ReaderMarking {
  /** Those that stay the same objects cost nothing. */
  readonly marks: readonly PageMark[];
  readonly tool: MarkingTool;
  readonly hooks: MarkingHooks;
  /** What can be asked of the pages; undefined when they go. */
  readonly onControl: (control: MarkControl | undefined) => void;
  /** A key was pressed in the reader; before the reader itself looks at it. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What stands beside the pages as the panel "Notes". */
  readonly panel: ReactNode;
  /** In the reader's toolbar. */
  readonly controls: ReactNode;
}

/** What can be asked of the pages about marks and passages. */
export interface MarkControl {
  /** The selected text; else, with `isFoundToo`, the match that a search shows. */
  readonly selection: (isFoundToo?: boolean) => Passage | undefined;
  /** Where the selection is in the window. */
  readonly selectionBox: () => DOMRect | undefined;
  /** Where a passage is in the window; undefined while it is not in view. */
  readonly boxOf: (pages: readonly PageQuads[]) => DOMRect | undefined;
  /** Brings a passage into view, and lets the mark with this id stand out for a moment. */
  readonly show: (pages: readonly PageQuads[], id: string) => void;
  /** A note's place on the page that is read. */
  readonly placeHere: () => Passage | undefined;
  /** A copy of the paper with marks in it as PDF annotations; undefined while it is not open. */
  readonly writePdf: (marks: readonly WrittenMark[]) => Promise<Uint8Array | undefined>;
  /** Finds passages of another version of the paper, one answer for each; none when the paper is closed meanwhile. */
  readonly findPassages: (former: readonly FormerPassage[]) => Promise<readonly (Passage | undefined)[]>;
  readonly focusPages: () => void;
  /** Shows the panel "Notes", or hides it when it is shown. */
  readonly togglePanel: () => void;
}

/** The control over a reader's pages: those of the second view while the focus is there. */
export function createMarkControl(store: ReaderStore, focusPages: () => void): MarkControl {
  const overlay = (): MarkOverlay | undefined => {
    const { session, second } = store.getState();
    return second?.hasFocus === true ? second.view.marks : session?.view?.marks;
  };
  return {
    selection: (isFoundToo) => overlay()?.selection(isFoundToo),
    selectionBox: () => overlay()?.selectionBox(),
    boxOf: (pages) => (overlay()?.isInView(pages) === true ? overlay()?.boxOf(pages) : undefined),
    show: (pages, id) => {
      store.getState().session?.view?.recordJump();
      store.getState().session?.view?.marks.show(pages, id);
    },
    placeHere: () => overlay()?.placeHere(),
    writePdf: async (marks) => store.getState().session?.writeAnnotated(marks),
    findPassages: async (former) => (await store.getState().session?.findPassages(former)) ?? [],
    focusPages,
    togglePanel: () => store.setState(({ sidebar }) => ({ sidebar: sidebar === 'notes' ? 'none' : 'notes' })),
  };
}
