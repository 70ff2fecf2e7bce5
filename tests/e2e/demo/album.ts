import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { cliJson } from '../support/cli';

/** Where the demo leaves everything. */
export const DEMO_FOLDER = resolve('out/demo');

interface Picture {
  readonly file: string;
  readonly title: string;
  readonly notice: string;
}

/** A bundle, and the store of somebody who would receive it. */
export interface SignedFile {
  readonly path: string;
  readonly store: string;
}

/** What the demo has done so far: a picture a step, and in the end a summary of it. */
export class Album {
  private readonly chapters: { readonly title: string; readonly pictures: Picture[] }[] = [];
  private readonly startedAt = Date.now();
  private count = 0;

  constructor() {
    mkdirSync(DEMO_FOLDER, { recursive: true });
  }

  /** Begins a person's part of the story. */
  begin(title: string): void {
    this.chapters.push({ title, pictures: [] });
    process.stdout.write(`\n${title}\n`);
  }

  /**
   * Takes a picture of a step that is done.
   *
   * @param notice what to look at in it
   */
  async picture(page: Page, name: string, title: string, notice: string): Promise<void> {
    this.count += 1;
    const file = `${String(this.count).padStart(2, '0')}-${name}.png`;
    // Fonts and pages are in place; a caret that blinks is not worth a different picture each time.
    await page.screenshot({ path: join(DEMO_FOLDER, file), caret: 'hide', animations: 'disabled' });
    this.chapters.at(-1)?.pictures.push({ file, title, notice });
    process.stdout.write(`  ${file.padEnd(28)} ${title}\n`);
  }

  /**
   * Writes `summary.md`: the story with its pictures, then every file with its size, digest and verdict, its signer judged
   * by what the store of whoever it is for knows.
   */
  finish(bundles: readonly SignedFile[], table: string): void {
    const seconds = ((Date.now() - this.startedAt) / 1000).toFixed(0);
    const story = this.chapters.map(
      ({ title, pictures }) =>
        `## ${title}\n\n${pictures
          .map(
            (picture) =>
              `### ${picture.title}\n\n![${picture.title}](${picture.file})\n\n${picture.notice}\n`,
          )
          .join('\n')}`,
    );
    const files = bundles.map(
      ({ path, store }) => `| ${relativeName(path)} | ${factsOf(path)} | ${verdictOf(path, store)} |`,
    );
    const rows = readFileSync(table, 'utf8').trim().split('\r\n').length - 1;
    const text = [
      '# The round trip of three people',
      `Driven through the real window in ${seconds} s, on the sample's ten papers, as of 10 May 2026, 18:00 in Seoul.`,
      ...story,
      '## The files',
      `| file | size | SHA-256 | \`bundle verify\` |\n| --- | ---: | --- | --- |\n${files.join('\n')}`,
      `\`${basename(table)}\` has ${rows} rows: one a review, and one for each that is missing.`,
    ];
    writeFileSync(join(DEMO_FOLDER, 'summary.md'), `${text.join('\n\n')}\n`);
  }
}

function relativeName(path: string): string {
  return path.slice(DEMO_FOLDER.length + 1);
}

function factsOf(path: string): string {
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
  return `${Math.round(statSync(path).size / 1000)} kB | \`${digest.slice(0, 16)}…\``;
}

function verdictOf(path: string, store: string): string {
  const [verdict] = cliJson('bundle', 'verify', path, '--store', store) as {
    code: string;
    sentence: string;
  }[];
  return verdict === undefined ? '' : `${verdict.code}: ${verdict.sentence}`;
}
