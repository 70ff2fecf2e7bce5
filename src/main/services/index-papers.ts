import { createHash } from 'node:crypto';
import type { IndexReport } from '@shared/contract/search';
import type { VenueId } from '@shared/model/ids';
import { foldForSearch } from '@shared/rules/search-text';
import { blobPath, isBlobWhole, listBlobs } from '../store/blobs';
import { listPaperTexts, type PaperText } from '../store/papers';
import { closeSearchIndexes, withSearchIndex } from '../store/search-database';
import {
  aboutSource,
  beginSource,
  forgetBegun,
  listSources,
  removeSources,
  saveSource,
} from '../store/search-index';
import { createPageReader, type PageReader, type PdfText } from '../text/page-reader';
import type { JobControl, ServiceDeps } from './deps';
import { isGivenUp, toSearchScope } from './searchable-papers';

/** A venue, and the module that threads which read PDFs start from. */
export interface IndexInput {
  readonly venue: VenueId;
  readonly readerPath: string;
}

/**
 * Brings a venue's search index up to date: reads the papers that were not read yet, one after another, and forgets those
 * that are gone. What was read stays when it is stopped. A PDF that cannot be read is noted and not tried again.
 *
 * @throws AppError VENUE_NOT_FOUND, CANCELLED
 */
export async function indexPapers(
  deps: ServiceDeps,
  { venue, readerPath }: IndexInput,
  job: JobControl,
): Promise<IndexReport> {
  const { db, folder } = deps.stores.open(venue);
  const papers = listPaperTexts(db);
  // Reading may take minutes; who restores or closes the venue meanwhile must not find it in use.
  deps.stores.lend(venue)();
  syncAbouts(folder, papers);
  const waiting = listWaiting(folder, papers);
  const reader = createPageReader(readerPath);
  let read = 0;
  try {
    for (const [position, paper] of waiting.entries()) {
      job.checkpoint();
      job.progress(`Reading paper ${paper.number} for search`, position, waiting.length);
      if (await readPaper(folder, paper, reader, job)) read += 1;
    }
    job.progress('Papers can be searched', waiting.length, waiting.length);
    const sources = withSearchIndex(folder, listSources);
    return { read, scope: toSearchScope(papers, folder, sources) };
  } finally {
    await reader.close();
    closeSearchIndexes(folder);
  }
}

/** Brings titles and abstracts up to date, and forgets what no paper has any more. */
function syncAbouts(folder: string, papers: readonly PaperText[]): void {
  withSearchIndex(folder, (index) => {
    const sources = listSources(index);
    const wanted = new Set(papers.flatMap(({ number, pdf }) => [aboutSource(number), pdf as string]));
    removeSources(
      index,
      [...sources.keys()].filter((source) => !wanted.has(source)),
    );
    for (const paper of papers) {
      const source = aboutSource(paper.number);
      const digest = digestOf(paper);
      if (sources.get(source)?.digest === digest) continue;
      const text = foldForSearch(`${paper.title}\n${paper.abstract}`);
      saveSource(index, source, 'indexed', [{ page: 0, text }], digest);
    }
  });
}

/** Papers whose PDF is here and was not read, once for each PDF. */
function listWaiting(folder: string, papers: readonly PaperText[]): readonly PaperText[] {
  const sources = withSearchIndex(folder, listSources);
  const here = listBlobs(folder);
  const byPdf = new Map(papers.map((paper) => [paper.pdf, paper]));
  return [...byPdf.values()].filter(({ pdf }) => {
    const known = sources.get(pdf);
    return (known?.outcome ?? null) === null && !isGivenUp(known) && here.has(pdf);
  });
}

/** Answers whether anything was read. */
async function readPaper(
  folder: string,
  { pdf }: PaperText,
  reader: PageReader,
  job: JobControl,
): Promise<boolean> {
  // Text of other bytes would be kept under this PDF's name.
  if (!isBlobWhole(folder, pdf)) return false;
  withSearchIndex(folder, (index) => beginSource(index, pdf));
  let text: PdfText;
  try {
    text = await reader.read(blobPath(folder, pdf), () => job.checkpoint());
  } catch (error) {
    withSearchIndex(folder, (index) => forgetBegun(index, pdf));
    throw error;
  }
  withSearchIndex(folder, (index) => {
    if (!text.isRead) {
      saveSource(index, pdf, text.why === 'missing' ? 'broken' : text.why, []);
      return;
    }
    const texts = text.pages.map((page, position) => ({ page: position + 1, text: page }));
    saveSource(index, pdf, texts.some((page) => page.text !== '') ? 'indexed' : 'no-text', texts);
  });
  return text.isRead;
}

function digestOf({ title, abstract }: PaperText): string {
  return createHash('sha256')
    .update(JSON.stringify([title, abstract]))
    .digest('hex');
}
