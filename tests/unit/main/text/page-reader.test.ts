import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '@shared/contract/errors';
import {
  createPageReader,
  READING_LIMITS,
  type PageReader,
  type ReadingLimits,
} from '@main/text/page-reader';
import { makePdf, packPdf } from '../../../support/pdf';
import { tempFolder } from '../../../support/temp';

const goOn = (): void => undefined;

function makeReader(
  limits: Partial<ReadingLimits> = {},
  module = resolve('src/main/text/page-reader-thread.ts'),
): PageReader {
  const reader = createPageReader(module, { ...READING_LIMITS, ...limits });
  onTestFinished(() => reader.close());
  return reader;
}

function fileOf(bytes: Buffer | string): string {
  const path = join(tempFolder(), 'paper.pdf');
  writeFileSync(path, bytes);
  return path;
}

/** A thread that does `code` with `count`, which counts what it was given to read, and `tell`. */
function moduleOf(code: string): string {
  const path = join(tempFolder(), 'thread.mjs');
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
     import { existsSync, writeFileSync } from 'node:fs';
     const tell = (message) => parentPort.postMessage(message);
     parentPort.on('message', (path) => { ${code} });`,
  );
  return path;
}

/** One page that sets `content` in a font. */
const page = (content: string, font: string, ...more: readonly string[]): readonly string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  font,
  ...more,
];
const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

describe('reading the text of a PDF', () => {
  it('gives each page’s text, one paper after another in one thread', async () => {
    const reader = makeReader();
    expect(await reader.read(fileOf(makePdf('Tempering widens')), goOn)).toEqual({
      isRead: true,
      pages: ['Tempering widens'],
    });
    expect(await reader.read(fileOf(makePdf('a second paper')), goOn)).toMatchObject({
      pages: ['a second paper'],
    });
  });

  it('reads Chinese whose font is not in the file and whose codes a predefined character map explains', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>';
    const descendant =
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>';
    const descriptor =
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >>';
    const pdf = packPdf(
      page('BT /F1 18 Tf 72 720 Td <6DF15C425B664E60> Tj ET', font, descendant, descriptor),
    );
    expect(await makeReader().read(fileOf(pdf), goOn)).toEqual({ isRead: true, pages: ['深层学习'] });
  });

  it('tells a scan, which is read and has no text, from what cannot be read', async () => {
    const reader = makeReader();
    expect(await reader.read(fileOf(packPdf(page('', HELVETICA))), goOn)).toEqual({
      isRead: true,
      pages: [''],
    });
    const secret = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >> /ID [<00> <00>] `;
    const locked = packPdf(page('BT /F1 18 Tf (x) Tj ET', HELVETICA), secret);
    expect(await reader.read(fileOf(locked), goOn)).toEqual({ isRead: false, why: 'encrypted' });
    for (const junk of ['', 'no PDF at all', makePdf('cut').subarray(0, 60)])
      expect(await reader.read(fileOf(junk as Buffer), goOn)).toEqual({ isRead: false, why: 'broken' });
    expect(await reader.read(fileOf(makePdf('and goes on')), goOn)).toMatchObject({ pages: ['and goes on'] });
  });

  it('gives up a file that is larger than it should be, without opening it', async () => {
    const reader = makeReader({ fileBytes: 10 });
    expect(await reader.read(fileOf(makePdf('x')), goOn)).toEqual({ isRead: false, why: 'too-large' });
  });

  it('gives up more text than any paper has', async () => {
    const reader = makeReader({ textLength: 5 });
    expect(await reader.read(fileOf(makePdf('six letters')), goOn)).toEqual({
      isRead: false,
      why: 'too-large',
    });
  });

  it('ends a thread that is stuck, and reads the next paper in a new one', async () => {
    const flag = join(tempFolder(), 'stuck-once');
    const module = moduleOf(`
      if (!existsSync(${JSON.stringify(flag)})) { writeFileSync(${JSON.stringify(flag)}, ''); for (;;); }
      tell({ type: 'page', text: 'read', isDamaged: false, pageCount: 1 }); tell({ type: 'end' });`);
    const reader = makeReader({ silenceMs: 300 }, module);
    expect(await reader.read(fileOf('x'), goOn)).toEqual({ isRead: false, why: 'too-slow' });
    expect(await reader.read(fileOf('x'), goOn)).toEqual({ isRead: true, pages: ['read'] });
  });

  it('ends a thread that tells one page after another without end', async () => {
    const module = moduleOf(
      `setInterval(() => tell({ type: 'page', text: 'x', isDamaged: false, pageCount: 9 }), 5);`,
    );
    const reader = makeReader({ totalMs: 400 }, module);
    expect(await reader.read(fileOf('x'), goOn)).toEqual({ isRead: false, why: 'too-slow' });
  });

  it('ends a thread that takes ever more memory, inside or outside JavaScript’s own', async () => {
    for (const more of ['new Array(1 << 20).fill(0.5)', 'Buffer.alloc(8 << 20, 1)']) {
      const reader = makeReader(
        { growthBytes: 200 << 20 },
        moduleOf(`const all = []; setInterval(() => all.push(${more}), 5);`),
      );
      expect(await reader.read(fileOf('x'), goOn)).toEqual({ isRead: false, why: 'too-large' });
    }
  });

  it('stops when it is asked to', async () => {
    const reader = makeReader({}, moduleOf(''));
    const reading = reader.read(fileOf('x'), () => {
      throw new AppError('CANCELLED', 'Cancelled.');
    });
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
