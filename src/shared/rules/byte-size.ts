const KILOBYTE = 1000;

/** A size for a person, in decimal units as file managers show it: `842 kB`, `12.4 MB`. */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < KILOBYTE) return `${sizeBytes} B`;
  if (sizeBytes < KILOBYTE ** 2) return `${Math.round(sizeBytes / KILOBYTE)} kB`;
  if (sizeBytes < KILOBYTE ** 3) return `${(sizeBytes / KILOBYTE ** 2).toFixed(1)} MB`;
  return `${(sizeBytes / KILOBYTE ** 3).toFixed(2)} GB`;
}
