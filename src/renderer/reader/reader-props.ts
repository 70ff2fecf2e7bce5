import type { ReactNode } from 'react';
import type { ReaderFailure } from './engine/failure';
import type { ReaderMarking } from './reader-marks';
import type { ReaderPlace } from './reader-place';
import type { ReaderSeek } from './use-seek';

/** The paper to read. */
export interface ReaderSource {
  /** Where its bytes are. */
  readonly url: string;
  /** What names it for good: the SHA-256 of its bytes. Another id is another paper. */
  readonly id: string;
  readonly title: string;
}

/** What became known of a paper once it was open. */
export interface OpenedPaper {
  readonly pageCount: number;
  /** Whether there is text to select, search and quote; a scan has none. */
  readonly hasText: boolean;
}

/** Props of the `Reader` component. */
export interface ReaderProps {
  readonly source: ReaderSource;
  /** Where to open, as `onPlaceChange` once gave it; read only when the paper opens. Damaged values are repaired. */
  readonly initialPlace?: unknown;
  /** The reading moved; told when it has come to rest, and at once when the reader closes. */
  readonly onPlaceChange?: ((place: ReaderPlace) => void) | undefined;
  readonly onOpened?: ((paper: OpenedPaper) => void) | undefined;
  readonly onFirstPagePainted?: (() => void) | undefined;
  readonly onFailed?: ((failure: ReaderFailure) => void) | undefined;
  /** Where to be led once the paper is open; another object leads anew. */
  readonly seek?: ReaderSeek | undefined;
  /** At the end of the reader's toolbar. */
  readonly toolbarEnd?: ReactNode;
  /** What is shown on the pages beside the paper, and who hears of gestures there. */
  readonly marking?: ReaderMarking | undefined;
  /** A link out of the paper was pressed: http, https or mailto. Nothing has been opened; whether to is the caller's. */
  readonly onExternalLink: (url: string) => void;
}
