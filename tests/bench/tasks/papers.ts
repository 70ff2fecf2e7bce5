import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How large the PDFs of a set are. */
export interface PaperSet {
  readonly folder: string;
  readonly count: number;
  /** The mean of their sizes; the smallest has a third of it, the largest five thirds. */
  readonly meanBytes: number;
}

/** The file name of a paper. */
export function paperFile(number: number): string {
  return `paper-${String(number).padStart(4, '0')}.pdf`;
}

/** Writes PDFs that nobody will open: a header and random bytes, which no tool can make smaller. */
export function makePapers({ folder, count, meanBytes }: PaperSet): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= count; number++) {
    const share = count === 1 ? 0.5 : (number - 1) / (count - 1);
    const size = Math.round(meanBytes * (1 / 3 + (4 / 3) * share));
    writeFileSync(
      join(folder, paperFile(number)),
      Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]),
    );
  }
}
