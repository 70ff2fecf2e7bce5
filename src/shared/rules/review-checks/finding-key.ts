import type { Finding } from './finding';

/** Matches every {@link findingKey}. */
export const FINDING_KEY = /^[a-z-]{1,40}:[a-z][a-z0-9-]{0,39}:[0-9a-f]{16}$/;

/**
 * What a finding is remembered by once somebody put it aside: it holds nothing of the text, and is another one when the
 * text that the finding is about has changed.
 */
export function findingKey({ check, field, basis }: Finding): string {
  return `${check}:${field}:${digest(basis)}`;
}

/** 64 bits as hex: FNV-1a (32 bit, http://www.isthe.com/chongo/tech/comp/fnv/) from both ends. Against chance, not against malice. */
function digest(text: string): string {
  let forward = 0x811c9dc5;
  let backward = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    forward = Math.imul(forward ^ text.charCodeAt(index), 0x01000193);
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - index), 0x01000193);
  }
  return [forward, backward].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
