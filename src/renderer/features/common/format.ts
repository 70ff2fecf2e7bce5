import type { Fingerprint } from '@shared/model/ids';

const KILOBYTE = 1000;

/** A size for a person, in decimal units as file managers show it: `842 kB`, `12.4 MB`. */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < KILOBYTE) return `${sizeBytes} B`;
  if (sizeBytes < KILOBYTE ** 2) return `${Math.round(sizeBytes / KILOBYTE)} kB`;
  if (sizeBytes < KILOBYTE ** 3) return `${(sizeBytes / KILOBYTE ** 2).toFixed(1)} MB`;
  return `${(sizeBytes / KILOBYTE ** 3).toFixed(2)} GB`;
}

/** A hexadecimal digest in groups of four, to be read aloud or compared by eye. */
export function formatFingerprint(fingerprint: Fingerprint | string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** `1 paper`, `4 papers`: a count with its noun. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Names in a sentence: `Ada`, `Ada and Ben`, `Ada, Ben and Cleo`. */
export function formatNames(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
