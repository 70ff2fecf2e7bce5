import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toExternalUrl } from './external-url';

/** One entry of a paper's outline. */
export interface OutlineEntry {
  /** Its path from the top, as in "0.2.1": unique in the outline. */
  readonly id: string;
  readonly title: string;
  /** Where it leads, for `goToDestination`; undefined when it leads nowhere in the paper. */
  readonly destination: string | readonly unknown[] | undefined;
  /** Where it leads out of the paper, if it does. */
  readonly url: string | undefined;
  readonly children: readonly OutlineEntry[];
}

type RawEntry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

const MOST_ENTRIES = 5_000;
const DEEPEST = 12;

/** Reads the outline; empty when there is none or it cannot be read. Bounded, because a file can hold anything. */
export async function readOutline(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const raw: readonly RawEntry[] | null = await document.getOutline().catch(() => null);
  return toOutline(raw ?? []);
}

/** pdf.js's outline as ours. */
export function toOutline(raw: readonly RawEntry[]): readonly OutlineEntry[] {
  let count = 0;
  const convert = (entries: readonly RawEntry[], path: string, depth: number): readonly OutlineEntry[] => {
    const converted: OutlineEntry[] = [];
    for (const [index, entry] of entries.entries()) {
      count += 1;
      if (count > MOST_ENTRIES) break;
      const id = `${path}${index}`;
      converted.push({
        id,
        title: entry.title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() || 'Untitled',
        destination: entry.dest ?? undefined,
        url: entry.url === null ? undefined : toExternalUrl(entry.url),
        children: depth < DEEPEST ? convert(entry.items, `${id}.`, depth + 1) : [],
      });
    }
    return converted;
  };
  return convert(raw, '', 1);
}
