import type { ReaderFailure } from './failure';
import type { FindProgress } from './find';
import { DEFAULT_LAYOUT } from './layout';
import type { PageLayout } from './layout';
import type { OutlineEntry } from './outline';

/** What is known and shown of the open paper. Changes arrive as patches; the reader's store keeps the whole. */
export interface PaperState {
  readonly status: 'opening' | 'password' | 'open' | 'failed';
  readonly failure: ReaderFailure | undefined;
  readonly isPasswordWrong: boolean;
  readonly pageCount: number;
  /** The printed page numbers, one a page; undefined when they are 1, 2, 3, ... or there are none. */
  readonly pageLabels: readonly string[] | undefined;
  readonly pageNumber: number;
  readonly scaleFactor: number;
  readonly layout: PageLayout;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly find: FindProgress | undefined;
  /** Whether there is text to select and to search; undefined until known. */
  readonly hasText: boolean | undefined;
  /** The outline; undefined until read. */
  readonly outline: readonly OutlineEntry[] | undefined;
}

/** The state before anything is known. */
export const OPENING: PaperState = {
  status: 'opening',
  failure: undefined,
  isPasswordWrong: false,
  pageCount: 0,
  pageLabels: undefined,
  pageNumber: 1,
  scaleFactor: 1,
  layout: DEFAULT_LAYOUT,
  canGoBack: false,
  canGoForward: false,
  find: undefined,
  hasText: undefined,
  outline: undefined,
};
