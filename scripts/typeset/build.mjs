import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { rounded } from './lib/numbers.mjs';
import { scanPage } from './lib/scan.mjs';

/**
 * Typesets the sample venue's papers: runs each paper's experiment, hands its results to the paper's
 * source, and writes the PDF. The same sources give the same bytes.
 *
 * Usage: npm run typeset [-- 007 012 ...]
 */
const here = path.dirname(fileURLToPath(import.meta.url));
const sample = path.resolve(here, '../../resources/sample');
const sources = path.join(sample, 'sources');
const output = path.join(sample, 'papers');

const compiler = NodeCompiler.create({ workspace: sample });
const provide = (name, bytes) => compiler.mapShadow(path.join(sources, 'data', name), bytes);

/** The messages of what was thrown: the compiler's own are in `code`. */
const reasonOf = (error) => [error.message, error.code].filter(Boolean).join(' ');

async function typeset(number) {
  const { run } = await import(`./experiments/paper-${number}.mjs`);
  provide(`paper-${number}.json`, Buffer.from(JSON.stringify(rounded(run()))));
  const scan = readdirSync(sources).find((name) => name === `paper-${number}-scan.typ`);
  if (scan !== undefined) {
    const svg = compiler.plainSvg({ mainFilePath: path.join(sources, scan) });
    provide(`paper-${number}-scan.jpg`, await scanPage(svg, Number(number)));
  }
  const pdf = compiler.pdf({ mainFilePath: path.join(sources, `paper-${number}.typ`) });
  writeFileSync(path.join(output, `paper-${number}.pdf`), pdf);
  return pdf.length;
}

const all = readdirSync(sources)
  .map((name) => /^paper-(\d{3})\.typ$/.exec(name)?.[1])
  .filter((number) => number !== undefined);
const chosen = process.argv.length > 2 ? process.argv.slice(2) : all;
mkdirSync(output, { recursive: true });
for (const number of chosen) {
  try {
    const sizeBytes = await typeset(number);
    console.log(`paper-${number}.pdf  ${Math.round(sizeBytes / 1000)} kB`);
  } catch (error) {
    console.error(`paper-${number}.typ could not be typeset: ${reasonOf(error)}`);
    process.exitCode = 1;
  }
}
