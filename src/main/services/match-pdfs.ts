import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { paperNumberSchema, type PaperNumber } from '@shared/model/ids';

/** A paper with the PDF that belongs to it. */
export interface MatchedPdf {
  readonly number: PaperNumber;
  readonly path: string;
}

/** Which PDF belongs to which paper, and what is in the way, a sentence each. */
export interface PdfMatch {
  readonly matched: readonly MatchedPdf[];
  /** Papers without a PDF, PDFs that could be of several papers. */
  readonly problems: readonly string[];
  /** PDFs that belong to none of the papers. */
  readonly unused: readonly string[];
}

/** The PDFs among files, and in folders (not in folders of those), by name. */
export function listPdfs(paths: readonly string[]): readonly string[] {
  const files = paths.flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
          entry.isFile() && isPdfName(entry.name) ? [join(path, entry.name)] : [],
        )
      : [path],
  );
  return [...new Set(files)].toSorted();
}

/**
 * Finds each paper's PDF by the number in its name, as the systems name downloads: `venue26-paper12.pdf`, `12.pdf`. One
 * paper and one PDF belong together whatever the name. Without numbers (a blank form), the PDFs' own numbers count.
 */
export function matchPdfs(numbers: readonly PaperNumber[] | null, paths: readonly string[]): PdfMatch {
  if (numbers === null) return matchBlank(paths);
  const [only] = numbers;
  const [onlyPath] = paths;
  if (numbers.length === 1 && paths.length === 1 && only !== undefined && onlyPath !== undefined) {
    return { matched: [{ number: only, path: onlyPath }], problems: [], unused: [] };
  }
  const problems: string[] = [];
  const matched: MatchedPdf[] = [];
  for (const number of numbers) {
    const named = paths.filter((path) => numbersIn(path).includes(number));
    const surest = named.filter((path) => numberOf(path) === number);
    const found = surest.length === 1 ? surest : named;
    const [path, another] = found;
    if (path === undefined) problems.push(`paper ${number} has no PDF: none has its number in its name`);
    else if (another !== undefined) {
      problems.push(`paper ${number} could be ${found.map((one) => basename(one)).join(' or ')}`);
    } else matched.push({ number, path });
  }
  const used = new Set(matched.map(({ path }) => path));
  return { matched, problems, unused: paths.filter((path) => !used.has(path)).map((path) => basename(path)) };
}

function matchBlank(paths: readonly string[]): PdfMatch {
  const problems: string[] = [];
  const matched = paths.flatMap((path): readonly MatchedPdf[] => {
    const number = numberOf(path);
    if (number !== null) return [{ number, path }];
    problems.push(`${basename(path)} has no paper number in its name`);
    return [];
  });
  const seen = new Map<number, string>();
  for (const { number, path } of matched) {
    const other = seen.get(number);
    if (other !== undefined) problems.push(`paper ${number} could be ${other} or ${basename(path)}`);
    seen.set(number, basename(path));
  }
  return { matched, problems, unused: [] };
}

/** The number that a name says is the paper's: after "paper" or "submission", else its last. */
function numberOf(path: string): PaperNumber | null {
  const named = /(?:paper|submission|sub)[-_ #]*(\d{1,7})(?!\d)/i.exec(basename(path))?.[1];
  const parsed = paperNumberSchema.safeParse(named === undefined ? numbersIn(path).at(-1) : Number(named));
  return parsed.success ? parsed.data : null;
}

function numbersIn(path: string): readonly number[] {
  const name = basename(path).replace(/\.pdf$/i, '');
  return [...name.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

function isPdfName(name: string): boolean {
  return /\.pdf$/i.test(name);
}
