import { readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, expect, it } from 'vitest';
import { writeAnnotatedPdf } from '@renderer/reader/engine/annotated-pdf';

const opened: PDFDocumentProxy[] = [];

async function open(data: Uint8Array): Promise<PDFDocumentProxy> {
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  opened.push(document);
  return document;
}

/** What pdf.js tells of a highlight in a PDF. */
interface Highlight {
  readonly subtype: string;
  readonly quadPoints: ArrayLike<number> | null;
  readonly contentsObj: { readonly str: string };
  readonly titleObj: { readonly str: string };
  readonly color: ArrayLike<number> | null;
}

async function highlightsOn(document: PDFDocumentProxy, page: number): Promise<readonly Highlight[]> {
  const annotations = (await (await document.getPage(page)).getAnnotations()) as readonly Highlight[];
  return annotations.filter(({ subtype }) => subtype === 'Highlight');
}

afterEach(async () => {
  for (const document of opened.splice(0)) await document.loadingTask.destroy();
});

const paper = (): Uint8Array => new Uint8Array(readFileSync('resources/sample/papers/paper-012.pdf'));
const quad = [72, 700.25, 300, 700.25, 72, 688, 300, 688];
const below = [72, 686, 200, 686, 72, 674, 200, 674];

it('writes highlights that a PDF reader finds again: place, colour, comment and writer, on each page of a mark', async () => {
  const document = await open(paper());
  const bytes = await writeAnnotatedPdf(document, [
    {
      pages: [
        { page: 1, quads: [quad, below] },
        { page: 2, quads: [quad] },
      ],
      comment: 'Is σ known? — naïve',
      writer: 'Ada Lindqvist',
      color: [255, 200, 120],
    },
  ]);
  const copy = await open(bytes);
  expect(copy.numPages).toBe(document.numPages);
  const [first, ...others] = await highlightsOn(copy, 1);
  expect(others).toEqual([]);
  expect(Array.from(first?.quadPoints ?? [])).toEqual([...quad, ...below]);
  expect(first?.contentsObj.str).toBe('Is σ known? — naïve');
  expect(first?.titleObj.str).toBe('Ada Lindqvist');
  expect(Array.from(first?.color ?? [])).toEqual([255, 200, 120]);
  const second = await highlightsOn(copy, 2);
  expect(second.map(({ contentsObj }) => contentsObj.str)).toEqual(['']);
});

it('leaves the open document as it is, and leaves out pages that are not there', async () => {
  const document = await open(paper());
  const mark = { comment: '', writer: 'Ada', color: [1, 2, 3] as const };
  await writeAnnotatedPdf(document, [{ ...mark, pages: [{ page: 9000, quads: [quad] }] }]);
  expect(document.annotationStorage.size).toBe(0);
  expect(await highlightsOn(document, 1)).toEqual([]);
});
