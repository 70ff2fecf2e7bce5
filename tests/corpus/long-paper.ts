import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { listCorpus, type CorpusFile } from './corpus-store';

/** A paper and how many pages it has. */
export interface LongPaper {
  readonly file: CorpusFile;
  readonly pageCount: number;
}

/**
 * The first paper of a corpus that has at least so many pages.
 *
 * @throws where there is none
 */
export async function findLongPaper(corpus: string, leastPages: number): Promise<LongPaper> {
  for (const file of listCorpus(corpus)) {
    if (file.kind !== 'paper') continue;
    const task = getDocument({ data: new Uint8Array(readFileSync(join(corpus, file.path))), verbosity: 0 });
    try {
      const { numPages } = await task.promise;
      if (numPages >= leastPages) return { file, pageCount: numPages };
    } finally {
      await task.destroy();
    }
  }
  throw new Error(`No paper has ${leastPages} pages.`);
}
