import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateIdentity } from '@main/bundle/keys';
import { createVenue } from '@main/services/create-venue';
import { nowInstant, quiet, startClock, type ServiceDeps } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { importBundles } from '@main/services/import-bundles';
import { answerField } from '@main/services/save-draft';
import { savePreferences } from '@main/store/preferences';
import { openStores, type Stores } from '@main/store/stores';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import { makePdf } from '../../support/pdf';

/** The venue of every bench store: the one that ships with Referee. */
export const VENUE = 'sim2science-2026' as VenueId;

/** The field that is typed into. */
export const PROSE_FIELD = 'summary' as FieldId;

const ORGANIZER = { name: 'Olga Marin', email: 'olga@example.org' };
const TOPICS = ['sbi', 'emulators', 'active-learning', 'pipelines', 'multi-fidelity', 'structure'];

/** The title of a paper. */
export function titleOf(number: number): string {
  return `Calibrating simulators of kind ${number} with learned summaries`;
}

/** What the PDFs of a store are. */
export type PdfKind =
  /** One tiny page, the same for all: a library may be large without its PDFs. */
  | { readonly kind: 'tiny' }
  /** A copy each of one file, with different last bytes: the same work, and each a file of its own to check. */
  | { readonly kind: 'copies'; readonly of: string };

/**
 * A reviewer's data folder with `count` papers, made by an organizer and a reviewer on the product's own services: set
 * up, exported, imported, and of every third paper a draft begun.
 *
 * @param folder empty; the reviewer's data folder will be `<folder>/reviewer/data`
 * @returns the folder to give to the app as its own
 */
export function makeReviewerStore(folder: string, count: number, pdfs: PdfKind): string {
  const reviewer = join(folder, 'reviewer');
  withStores(join(folder, 'organizer'), (organizer) => {
    createVenue(
      organizer,
      { venuePath: null, organizer: ORGANIZER, ...writeTables(folder, count, pdfs) },
      quiet,
    );
    const out = join(folder, 'bundles');
    mkdirSync(out);
    const [bundle] = exportAssignments(organizer, { venue: VENUE, folder: out }, quiet);
    if (bundle === undefined) throw new Error('no bundle was written');
    withStores(join(reviewer, 'data'), (deps) => {
      const report = importBundles(deps, { paths: [bundle.path], venue: null }, quiet);
      const [row] = report.rows;
      if (row?.outcome !== 'added') throw new Error(`the bundle was not imported: ${JSON.stringify(row)}`);
      for (let number = 1; number <= count; number += 3) beginDraft(deps, number);
    });
  });
  savePreferences(join(reviewer, 'data'), { place: { venue: VENUE, workspace: 'reviewer', paper: null } });
  return reviewer;
}

function beginDraft(deps: ServiceDeps, number: number): void {
  answerField(deps, {
    venue: VENUE,
    paper: number as PaperNumber,
    field: PROSE_FIELD,
    answer: { kind: 'text', text: `The paper of kind ${number} asks which summaries a simulator needs.` },
  });
}

function writeTables(
  folder: string,
  count: number,
  pdfs: PdfKind,
): { papersPath: string; assignmentsPath: string; pdfFolder: string } {
  const pdfFolder = join(folder, 'pdfs');
  mkdirSync(pdfFolder, { recursive: true });
  const papers: string[] = [];
  const assignments: string[] = [];
  writeFileSync(join(pdfFolder, 'tiny.pdf'), makePdf('A paper'));
  for (let number = 1; number <= count; number++) {
    const pdf = pdfs.kind === 'tiny' ? 'tiny.pdf' : writeCopy(pdfFolder, pdfs.of, number);
    const topics = [0, 1].map((step) => TOPICS[(number + step) % TOPICS.length]).join(';');
    const abstract = 'We study what a simulator leaves out and how much of it data can tell. '.repeat(12);
    papers.push(`${number},${titleOf(number)},${abstract},simulators; inference,${topics},,${pdf}`);
    assignments.push(`${number},rae@example.org,Rae Okafor,reviewer,2026-05-${String((number % 5) + 11)}`);
  }
  const papersPath = join(folder, 'papers.csv');
  const assignmentsPath = join(folder, 'assignments.csv');
  writeFileSync(papersPath, `number,title,abstract,keywords,topics,authors,pdf\n${papers.join('\n')}\n`);
  writeFileSync(assignmentsPath, `paper,email,name,role,due\n${assignments.join('\n')}\n`);
  return { papersPath, assignmentsPath, pdfFolder };
}

function writeCopy(pdfFolder: string, original: string, number: number): string {
  const name = `copy-${number}.pdf`;
  copyFileSync(original, join(pdfFolder, name));
  writeFileSync(join(pdfFolder, name), `\n% copy ${number}\n`, { flag: 'a' });
  return name;
}

/** The bytes of a paper's PDF as a bench store has them. */
export function pdfBytes(folder: string, number: number): Buffer {
  return readFileSync(join(folder, 'pdfs', `copy-${number}.pdf`));
}

/** Opens the stores of a data folder for the product's services, with an identity of their own, and closes them after. */
export function withStores<T>(dataFolder: string, use: (deps: ServiceDeps) => T): T {
  const clock = startClock('2026-05-10T08:00:00Z', 'Asia/Seoul');
  const stores: Stores = openStores(dataFolder, () => nowInstant(clock));
  const identity = generateIdentity();
  try {
    return use({
      stores,
      clock,
      identity: () => identity,
      application: { name: 'Referee', version: '0.0.0' },
      resourcesFolder: resolve('resources'),
    });
  } finally {
    stores.close();
  }
}
