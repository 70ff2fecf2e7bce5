import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listCorpus, makeCorpusStore, type CorpusFile } from './corpus-store';
import { openGuarded, type GuardedWindow } from './guarded-window';
import { visitNext, type Ending } from './visit';

/** The most memory that the renderer may hold while any of the files is open, MiB. */
const MOST_MIB = 1_536;

/** What became of one file. */
interface FileResult {
  readonly path: string;
  readonly kind: CorpusFile['kind'];
  readonly end: Ending['kind'] | 'refused';
  readonly words: string;
  readonly tookMs: number;
  readonly peakMib: number;
  /** What must not happen and did; empty when all is well. */
  readonly violations: readonly string[];
}

/**
 * Opens every PDF of a corpus in the app's own window, prints a line for each that did what it must not and a table of
 * how they ended, and leaves all of it in `out/corpus.json`.
 *
 * @param corpus a folder with `papers` and `hostile` in it
 * @returns whether nothing was violated
 */
export async function runCorpus(corpus: string): Promise<boolean> {
  mkdirSync(resolve('.cache'), { recursive: true });
  const folder = mkdtempSync(join(resolve('.cache'), 'corpus-'));
  try {
    const files = listCorpus(corpus);
    const store = makeCorpusStore(corpus, files, folder);
    process.stderr.write(`corpus: ${store.papers.length} papers to open, ${store.refusals.length} refused\n`);
    const results: FileResult[] = store.refusals.map(({ file, sentence }) => ({
      path: file.path,
      kind: file.kind,
      end: 'refused',
      words: sentence,
      tookMs: 0,
      peakMib: 0,
      violations: file.kind === 'paper' ? ['a paper was refused'] : [],
    }));
    results.push(...(await openAll(store.papers, store.userData, join(folder, 'around'))));
    return report(results);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openAll(
  papers: readonly CorpusFile[],
  userData: string,
  around: string,
): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  let window: GuardedWindow | null = null;
  for (const file of papers) {
    const isFirst = window === null;
    window ??= await openGuarded(userData, around);
    window.resetPeak();
    const ending = await visitNext(window.page, file, isFirst);
    const violations = [...(await window.takeViolations()), ...violationsOf(file, ending)];
    const peakMib = window.peakMib();
    if (peakMib > MOST_MIB) violations.push(`the renderer held ${peakMib.toFixed(0)} MiB`);
    results.push({
      path: file.path,
      kind: file.kind,
      end: ending.kind,
      words: ending.words,
      tookMs: ending.tookMs,
      peakMib: Math.round(peakMib),
      violations,
    });
    if (violations.length > 0) process.stdout.write(`${file.path}: ${violations.join('; ')}\n`);
    if (ending.kind === 'dead' || !window.isAlive()) {
      await window.close();
      window = null;
    }
  }
  await window?.close();
  return results;
}

function violationsOf(file: CorpusFile, ending: Ending): string[] {
  if (ending.kind === 'dead' || ending.kind === 'nothing') return [ending.words];
  if (ending.kind === 'message' && ending.words === '') return ['a message without words'];
  if (file.kind === 'hostile') return [];
  if (ending.kind !== 'page') return [`a paper ended in ${ending.kind}: ${ending.words}`];
  return ending.hasInk === true ? [] : ['the first page of a paper is blank'];
}

function report(results: readonly FileResult[]): boolean {
  const groups = new Map<string, FileResult[]>();
  for (const result of results) {
    const name = `${result.kind}: ${endWords(result)}`;
    groups.set(name, [...(groups.get(name) ?? []), result]);
  }
  process.stdout.write(
    `\n${'end'.padEnd(72)}${'files'.padStart(6)}${'slowest'.padStart(10)}${'most memory'.padStart(13)}\n`,
  );
  for (const [name, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const slowest = Math.max(...group.map((result) => result.tookMs));
    const most = Math.max(...group.map((result) => result.peakMib));
    const files = String(group.length).padStart(6);
    process.stdout.write(
      `${name.padEnd(72)}${files}${`${slowest} ms`.padStart(10)}${`${most} MiB`.padStart(13)}\n`,
    );
  }
  const failed = results.filter((result) => result.violations.length > 0).length;
  const peakMib = Math.max(0, ...results.map((result) => result.peakMib));
  writeFileSync(resolve('out/corpus.json'), `${JSON.stringify({ failed, peakMib, results }, null, 2)}\n`);
  process.stdout.write(`\n${results.length - failed} passed, ${failed} failed; most memory ${peakMib} MiB\n`);
  return results.length > 0 && failed === 0;
}

function endWords({ end, words }: FileResult): string {
  switch (end) {
    case 'page':
      return 'first page painted';
    case 'note':
      return 'page with a note that it is not whole';
    case 'message':
      return words;
    case 'password':
      return 'asks for the password';
    case 'refused':
      return 'refused by name when the venue was set up';
    case 'nothing':
    case 'dead':
      return words.slice(0, 50);
  }
}
