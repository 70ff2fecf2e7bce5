import type { ReaderFailureKind } from './engine/failure';

/** A failure in words: what, why, what now. */
export interface FailureWords {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** Whether another try can turn out differently. */
  readonly canRetry: boolean;
}

const ASK_FOR_COPY = 'Ask whoever sent it for a new copy. What you have written about it is kept.';

const WORDS: Readonly<Record<ReaderFailureKind, FailureWords>> = {
  missing: {
    what: 'The PDF of this paper could not be read',
    why: 'Its file is missing on this machine, or cannot be read.',
    next: 'Try again, or import the bundle it came in once more.',
    canRetry: true,
  },
  changed: {
    what: 'The PDF of this paper is not the one that you were sent',
    why: 'The file on this computer has changed since it was imported.',
    next: 'Import the bundle it came in once more. What you have written about it is kept.',
    canRetry: true,
  },
  empty: {
    what: 'The PDF of this paper is empty',
    why: 'There is nothing in the file, or no page in it.',
    next: ASK_FOR_COPY,
    canRetry: false,
  },
  damaged: {
    what: 'The PDF of this paper is damaged',
    why: 'It is not a PDF, or parts that every PDF needs are missing from it.',
    next: ASK_FOR_COPY,
    canRetry: false,
  },
  protected: {
    what: 'The PDF of this paper is protected',
    why: 'It is encrypted in a way that cannot be opened here.',
    next: 'Ask whoever sent it for a copy without protection. What you have written about it is kept.',
    canRetry: false,
  },
  slow: {
    what: 'The PDF of this paper took too long to open',
    why: 'It was stopped, so that the rest of the app goes on working. It may be very large, or made to cause harm.',
    next: 'Trying again waits for up to a minute.',
    canRetry: true,
  },
  unreadable: {
    what: 'The PDF of this paper could not be opened',
    why: 'Something in it could not be understood.',
    next: ASK_FOR_COPY,
    canRetry: true,
  },
};

/** The words for a kind of failure. */
export function toFailureWords(kind: ReaderFailureKind): FailureWords {
  return WORDS[kind];
}
