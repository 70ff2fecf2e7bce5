import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { importBundles } from '@main/services/import-bundles';
import { savePreferences } from '@main/store/preferences';
import { VENUE, withStores } from '../bench/harness/stores';

/** A PDF of the corpus. */
export interface CorpusFile {
  /** From the corpus folder: `hostile/qpdf/bad9.pdf`. */
  readonly path: string;
  /** Its name in the organizer's folder of PDFs, which has no folders in it. */
  readonly name: string;
  /** A paper must be shown; a hostile file must only do no harm. */
  readonly kind: 'paper' | 'hostile';
}

/** A file that never became a paper: setting the venue up refused it. */
export interface Refusal {
  readonly file: CorpusFile;
  readonly sentence: string;
}

/** What the product's own services made of a corpus. */
export interface CorpusStore {
  /** The folder to give to the app as its own. */
  readonly userData: string;
  /** The papers of the store by number, from 1. */
  readonly papers: readonly CorpusFile[];
  readonly refusals: readonly Refusal[];
  /** Where the organizer's PDFs are. */
  readonly pdfFolder: string;
}

const ORGANIZER = { name: 'Olga Marin', email: 'olga@example.org' };

/** Every PDF under `papers` and `hostile` of a folder, papers first. */
export function listCorpus(folder: string): readonly CorpusFile[] {
  return (['papers', 'hostile'] as const).flatMap((part) =>
    listPdfs(join(folder, part)).map((found): CorpusFile => {
      const path = relative(folder, found).replaceAll('\\', '/');
      return { path, name: path.replaceAll('/', '--'), kind: part === 'papers' ? 'paper' : 'hostile' };
    }),
  );
}

/**
 * Sets a venue up from a corpus as an organizer would, leaves out what is refused, and hands all the rest to one
 * reviewer in a bundle.
 */
export function makeCorpusStore(corpus: string, files: readonly CorpusFile[], folder: string): CorpusStore {
  const pdfFolder = join(folder, 'pdfs');
  mkdirSync(pdfFolder, { recursive: true });
  for (const file of files) symlinkSync(join(corpus, file.path), join(pdfFolder, file.name));
  const userData = join(folder, 'reviewer');
  return withStores(join(folder, 'organizer'), (organizer) => {
    const refusals: Refusal[] = [];
    let papers = files;
    for (;;) {
      const tables = writeTables(folder, papers);
      try {
        createVenue(organizer, { venuePath: null, organizer: ORGANIZER, pdfFolder, ...tables }, quiet);
        break;
      } catch (error) {
        const refused = refusedOf(error, papers);
        refusals.push(...refused);
        papers = papers.filter((file) => !refused.some((refusal) => refusal.file === file));
      }
    }
    const out = join(folder, 'bundles');
    mkdirSync(out);
    const [bundle] = exportAssignments(organizer, { venue: VENUE, folder: out }, quiet);
    if (bundle === undefined) throw new Error('no bundle was written');
    withStores(join(userData, 'data'), (reviewer) => {
      const [row] = importBundles(reviewer, { paths: [bundle.path], venue: null }, quiet).rows;
      if (row?.outcome !== 'added') throw new Error(`the bundle was not imported: ${row?.sentence}`);
    });
    savePreferences(join(userData, 'data'), {
      place: { venue: VENUE, workspace: 'reviewer', paper: null },
    });
    return { userData, papers, refusals, pdfFolder };
  });
}

/** The files that a refusal names. One that names none is a failure of its own. */
function refusedOf(error: unknown, papers: readonly CorpusFile[]): readonly Refusal[] {
  if (!(error instanceof AppError)) throw error;
  const sentences = [error.message, ...(error.detail ?? '').split('\n')];
  const refused = papers.flatMap((file) => {
    const sentence = sentences.findLast((one) => one.includes(file.name));
    return sentence === undefined ? [] : [{ file, sentence }];
  });
  if (refused.length === 0) throw error;
  return refused;
}

function writeTables(
  folder: string,
  papers: readonly CorpusFile[],
): { papersPath: string; assignmentsPath: string } {
  const papersPath = join(folder, 'papers.csv');
  const assignmentsPath = join(folder, 'assignments.csv');
  const paperRows = papers.map(({ path, name }, index) => `${index + 1},"${path}","${name}"`);
  const rows = papers.map((_, index) => `${index + 1},rae@example.org,Rae Okafor,reviewer,2026-05-13`);
  writeFileSync(papersPath, `number,title,pdf\n${paperRows.join('\n')}\n`);
  writeFileSync(assignmentsPath, `paper,email,name,role,due\n${rows.join('\n')}\n`);
  return { papersPath, assignmentsPath };
}

function listPdfs(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listPdfs(path);
      return /\.pdf$/i.test(entry.name) ? [path] : [];
    });
}
