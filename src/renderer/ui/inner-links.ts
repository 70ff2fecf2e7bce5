import { createContext } from 'react';

/** An address inside the application, as texts may hold it: `referee:annotation/a-0123456789abcdef`. */
const INNER = /^referee:[a-z]{1,20}\/[a-z0-9-]{1,40}$/;

/** A link with such an address, as texts hold it: `[p. 4](referee:annotation/a-0123456789abcdef)`; its words, its address. */
export const INNER_LINK = /\[([^\]\n]{1,60})\]\((referee:[a-z]{1,20}\/[a-z0-9-]{1,40})\)/g;

/** The address of the last inner link on the line of a text that a place is in; undefined where there is none. */
export function innerLinkAt(text: string, place: number): string | undefined {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const end = text.indexOf('\n', place);
  const line = text.slice(start, end === -1 ? text.length : end);
  return [...line.matchAll(INNER_LINK)].at(-1)?.[2];
}

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
