import type { RefObject } from 'react';
import type { Command } from '@renderer/ui/commands';
import { useCommands } from '@renderer/ui/commands';
import {
  goThroughHistory,
  nextPageTheme,
  nextSpread,
  openFind,
  rotatePages,
  selectPageText,
  setScale,
  stepFind,
  toggleOnePage,
  togglePanel,
  turnPage,
  zoomBy,
} from './reader-actions';
import { linkAt } from './engine/link-hover';
import { previewFocusedLink } from './link-preview-state';
import type { PreviewControl } from './link-preview-state';
import { printPaper } from './print-actions';
import { SHORTCUTS } from './reader-shortcuts';
import type { ReaderCommandId } from './reader-shortcuts';
import { toggleSplit } from './split-actions';
import { selectIsOpen } from './reader-store';
import type { ReaderState, ReaderStore } from './reader-store';

/** The parts of the reader that commands put the focus in. */
export interface ReaderElements {
  readonly pages: RefObject<HTMLDivElement | null>;
  readonly pageBox: RefObject<HTMLInputElement | null>;
  readonly preview: PreviewControl;
  readonly findField: RefObject<HTMLInputElement | null>;
}

/** Registers everything one can do in the reader while it is mounted. */
export function useReaderCommands(store: ReaderStore, elements: ReaderElements): void {
  useCommands(createReaderCommands(store, elements));
}

function createReaderCommands(store: ReaderStore, elements: ReaderElements): readonly Command[] {
  const command = (
    id: ReaderCommandId,
    title: string,
    run: () => void,
    more: {
      readonly when?: (state: ReaderState) => boolean;
      readonly allowInText?: boolean;
      readonly keywords?: readonly string[];
      readonly isHiddenInPalette?: boolean;
    } = {},
  ): Command => ({
    id,
    title,
    section: 'Paper',
    shortcut: SHORTCUTS[id],
    keywords: more.keywords,
    allowInText: more.allowInText,
    isHiddenInPalette: more.isHiddenInPalette,
    isEnabled: () => {
      const state = store.getState();
      return selectIsOpen(state) && (more.when?.(state) ?? true);
    },
    run,
  });
  const find = (): void => {
    openFind(store);
    // The field is there after the next paint when the bar was closed.
    requestAnimationFrame(() => elements.findField.current?.select());
  };
  const inText = { allowInText: true };
  return [
    command('reader.find', 'Find in paper', find, { ...inText, keywords: ['search'] }),
    command('reader.findNext', 'Next match', () => stepFind(store, 'next'), inText),
    command('reader.findPrevious', 'Previous match', () => stepFind(store, 'previous'), inText),
    command('reader.zoomIn', 'Zoom in', () => zoomBy(store, 1), inText),
    command('reader.zoomOut', 'Zoom out', () => zoomBy(store, -1), inText),
    command('reader.fitWidth', 'Fit page width', () => setScale(store, 'page-width'), {
      ...inText,
      keywords: ['reset zoom'],
    }),
    command('reader.fitPage', 'Fit whole page', () => setScale(store, 'page-fit'), inText),
    command('reader.actualSize', 'Actual size', () => setScale(store, 1), {
      ...inText,
      keywords: ['zoom 100 %'],
    }),
    command('reader.nextPage', 'Next page', () => turnPage(store, 'next'), inText),
    command('reader.previousPage', 'Previous page', () => turnPage(store, 'previous'), inText),
    command('reader.goToPage', 'Go to page', () => elements.pageBox.current?.select(), inText),
    command('reader.preview', 'Preview what a link leads to', () => previewFocusedLink(elements.preview), {
      when: () => linkAt(document.activeElement) !== undefined,
      isHiddenInPalette: true,
    }),
    command('reader.selectPage', 'Select the text of this page', () => selectPageText(store), {
      when: (state) => state.hasText !== false,
      keywords: ['select all', 'copy page'],
    }),
    command('reader.back', 'Back to before the link', () => goThroughHistory(store, 'back'), {
      when: (state) => (state.second?.hasFocus === true ? state.secondState : state).canGoBack,
    }),
    command('reader.forward', 'Forward again', () => goThroughHistory(store, 'forward'), {
      when: (state) => (state.second?.hasFocus === true ? state.secondState : state).canGoForward,
    }),
    command('reader.outline', 'Show or hide the outline', () => togglePanel(store, 'outline'), {
      ...inText,
      keywords: ['contents', 'sections'],
    }),
    command('reader.thumbnails', 'Show or hide the pages in small', () => togglePanel(store, 'pages'), {
      ...inText,
      keywords: ['thumbnails', 'overview'],
    }),
    command('reader.split', 'Second view of the paper, or one only', () => toggleSplit(store), {
      ...inText,
      keywords: ['split', 'references below', 'two views'],
    }),
    command('reader.print', 'Print the paper', () => void printPaper(store)),
    command('reader.onePage', 'Scroll through pages, or one at a time', () => toggleOnePage(store), {
      keywords: ['continuous', 'single page'],
    }),
    command('reader.spread', 'Single or facing pages', () => nextSpread(store), {
      keywords: ['two pages', 'dual', 'spread'],
    }),
    command('reader.rotateBack', 'Rotate pages counterclockwise', () => rotatePages(store, -90)),
    command('reader.rotate', 'Rotate pages clockwise', () => rotatePages(store)),
    command(
      'reader.theme',
      'Change page colour: light, sepia, dark, high contrast',
      () => nextPageTheme(store),
      {
        keywords: ['night', 'theme'],
      },
    ),
  ];
}
