import { createContext } from 'react';

/** An address inside the application, as texts may hold it: `referee:annotation/a-0123456789abcdef`. */
const INNER = /^referee:[a-z]{1,20}\/[a-z0-9-]{1,40}$/;

/** What a text's inner links can do where it stands. */
export interface InnerLinks {
  /** `here` can be shown; `gone` was there and is no more; of an `unknown` one nothing can be said. */
  readonly stateOf: (url: string) => 'here' | 'gone' | 'unknown';
  readonly show: (url: string) => void;
}

/** Given around texts whose inner links lead somewhere; elsewhere they are the words they have. */
export const InnerLinksContext = createContext<InnerLinks | undefined>(undefined);

/** Whether an address is one inside the application. */
export function isInnerUrl(url: string): boolean {
  return INNER.test(url);
}
