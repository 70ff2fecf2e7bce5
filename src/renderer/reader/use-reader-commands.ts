import type { RefObject } from 'react';
import type { Command } from '@renderer/ui/commands';
import { useCommands } from '@renderer/ui/commands';
import {
  goThroughHistory,
  nextPageTheme,
  openFind,
  rotatePages,
  setLayout,
  stepFind,
  toggleOutline,
  turnPage,
  zoomBy,
} from './reader-actions';
import { SHORTCUTS } from './reader-shortcuts';
import type { ReaderCommandId } from './reader-shortcuts';
import { selectIsOpen } from './reader-store';
import type { ReaderState, ReaderStore } from './reader-store';

/** The parts of the reader that commands put the focus in. */
export interface ReaderElements {
  readonly pages: RefObject<HTMLDivElement | null>;
  readonly pageBox: RefObject<HTMLInputElement | null>;
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
    } = {},
  ): Command => ({
    id,
    title,
    section: 'Paper',
    shortcut: SHORTCUTS[id],
    keywords: more.keywords,
    allowInText: more.allowInText,
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
    command('reader.fitWidth', 'Fit page width', () => setLayout(store, { scale: 'page-width' }), {
      ...inText,
      keywords: ['reset zoom'],
    }),
    command('reader.fitPage', 'Fit whole page', () => setLayout(store, { scale: 'page-fit' }), inText),
    command('reader.actualSize', 'Actual size', () => setLayout(store, { scale: 1 }), {
      ...inText,
      keywords: ['zoom 100 %'],
    }),
    command('reader.nextPage', 'Next page', () => turnPage(store, 'next'), inText),
    command('reader.previousPage', 'Previous page', () => turnPage(store, 'previous'), inText),
    command('reader.goToPage', 'Go to page', () => elements.pageBox.current?.select(), inText),
    command('reader.back', 'Back to before the link', () => goThroughHistory(store, 'back'), {
      when: (state) => state.canGoBack,
    }),
    command('reader.forward', 'Forward again', () => goThroughHistory(store, 'forward'), {
      when: (state) => state.canGoForward,
    }),
    command('reader.outline', 'Show or hide the outline', () => toggleOutline(store), {
      ...inText,
      keywords: ['contents', 'sections'],
    }),
    command('reader.rotate', 'Rotate pages clockwise', () => rotatePages(store)),
    command('reader.theme', 'Change page colour: light, sepia, dark', () => nextPageTheme(store), {
      keywords: ['night', 'theme'],
    }),
  ];
}
