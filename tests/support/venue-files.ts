import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePdf } from './pdf';

/** An organizer's files on disk. */
export interface VenueFiles {
  readonly papersPath: string;
  readonly pdfFolder: string;
  readonly assignmentsPath: string;
  readonly organizer: { readonly name: string; readonly email: string };
}

/** The people of the small venue. */
export const people = {
  ada: { name: 'Ada Lindqvist', email: 'ada@example.org' },
  bo: { name: 'Bo Nakamura', email: 'bo@example.org' },
  noor: { name: 'Noor Haddad', email: 'noor@example.org' },
  kai: { name: 'Kai Moreau', email: 'kai@example.org' },
  organizer: { name: 'Olga Marin', email: 'olga@example.org' },
} as const;

/**
 * Three papers, two reviewers (Ada: 7, 12; Bo: 7, 12, 31), one chair with all papers or those named, perhaps a second one
 * with all. Due 13 May 2026.
 */
export function writeVenueFiles(
  folder: string,
  chairPapers?: readonly number[],
  hasSecondChair = false,
): VenueFiles {
  const pdfFolder = join(folder, 'pdfs');
  mkdirSync(pdfFolder, { recursive: true });
  const numbers = [7, 12, 31];
  for (const number of numbers) writeFileSync(join(pdfFolder, `p${number}.pdf`), makePdf(`Paper ${number}`));
  const papers = numbers.map(
    (number) =>
      `${number},"Title of paper, ${number}",Abstract ${number},one; two,sbi;emulators,"Author ${number} <a${number}@example.org>",p${number}.pdf`,
  );
  const rows = [
    [7, people.ada, 'reviewer'],
    [12, people.ada, 'reviewer'],
    [7, people.bo, 'reviewer'],
    [12, people.bo, 'reviewer'],
    [31, people.bo, 'reviewer'],
    ...(chairPapers ?? numbers).map((number) => [number, people.noor, 'chair'] as const),
    ...(hasSecondChair ? numbers.map((number) => [number, people.kai, 'chair'] as const) : []),
  ] as const;
  const assignments = rows.map(
    ([paper, { email, name }, role]) => `${paper},${email},${name},${role},2026-05-13`,
  );
  const papersPath = join(folder, 'papers.csv');
  const assignmentsPath = join(folder, 'assignments.csv');
  writeFileSync(papersPath, `number,title,abstract,keywords,topics,authors,pdf\n${papers.join('\n')}\n`);
  writeFileSync(assignmentsPath, `paper,email,name,role,due\n${assignments.join('\n')}\n`);
  return { papersPath, pdfFolder, assignmentsPath, organizer: people.organizer };
}
