import type { Fingerprint } from '../model/ids';

/** Hexadecimal digits of one group: four bytes. */
const HEX_DIGITS = 8;
/** Decimal digits of one group. */
const SPOKEN_DIGITS = 5;

/**
 * A fingerprint as people read it aloud: eight groups of five digits, `04821 99310 ...`. Each group is four bytes of the
 * SHA-256, big endian, modulo 100000: the groups of five digits that the safety numbers of the Signal protocol use too.
 * Forty digits hold 132 of the 256 bits: no one makes another key that reads the same.
 */
export function formatSpoken(fingerprint: Fingerprint): string {
  const groups = fingerprint.match(new RegExp(`.{${HEX_DIGITS}}`, 'g')) ?? [];
  return groups
    .map((group) => String(Number.parseInt(group, 16) % 10 ** SPOKEN_DIGITS).padStart(SPOKEN_DIGITS, '0'))
    .join(' ');
}
