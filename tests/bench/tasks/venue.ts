import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import type { VenueId } from '@shared/model/ids';
import { withMachine } from './machine';
import { paperFile } from './papers';

/** The venue of every bench: the one that ships with Referee. */
export const VENUE = 'sim2science-2026' as VenueId;

/** Who sets venues up. */
export const ORGANIZER = { name: 'Olga Marin', email: 'olga@example.org' };

/** The chair of the venues that have one. */
export const CHAIR = { name: 'Noor Haddad', email: 'noor@example.org' };

/** A venue to be set up on an organizer's computer. */
export interface VenuePlan {
  /** The organizer's computer. */
  readonly machine: string;
  /** A folder of PDFs as `makePapers` names them. */
  readonly pdfFolder: string;
  readonly paperCount: number;
  readonly reviewerCount: number;
  readonly papersEach: number;
  /** Whether {@link CHAIR} chairs all papers. */
  readonly hasChair: boolean;
}

/** The e-mail address of a reviewer, from 0. */
export function reviewerEmail(index: number): string {
  return `reviewer-${index}@example.org`;
}

/** The papers of a reviewer: the reviewers go round the papers, so that all get about equally many. */
export function papersOf(
  plan: Pick<VenuePlan, 'paperCount' | 'papersEach'>,
  reviewer: number,
): readonly number[] {
  return Array.from(
    { length: plan.papersEach },
    (_, step) => ((reviewer * plan.papersEach + step) % plan.paperCount) + 1,
  );
}

/** Sets a venue up on the product's own service. */
export function makeVenue(plan: VenuePlan): void {
  mkdirSync(plan.machine, { recursive: true });
  const numbers = Array.from({ length: plan.paperCount }, (_, index) => index + 1);
  const papers = numbers.map(
    (number) =>
      `${number},${titleOf(number)},${ABSTRACT},simulators; inference,sbi;emulators,,${paperFile(number)}`,
  );
  const assignments = Array.from({ length: plan.reviewerCount }, (_, index) =>
    papersOf(plan, index).map(
      (paper) => `${paper},${reviewerEmail(index)},Reviewer ${index},reviewer,2026-05-13`,
    ),
  ).flat();
  if (plan.hasChair)
    assignments.push(...numbers.map((paper) => `${paper},${CHAIR.email},${CHAIR.name},chair,2026-05-20`));
  const papersPath = join(plan.machine, 'papers.csv');
  const assignmentsPath = join(plan.machine, 'assignments.csv');
  writeFileSync(papersPath, `number,title,abstract,keywords,topics,authors,pdf\n${papers.join('\n')}\n`);
  writeFileSync(assignmentsPath, `paper,email,name,role,due\n${assignments.join('\n')}\n`);
  withMachine(plan.machine, (deps) => {
    createVenue(
      deps,
      { venuePath: null, organizer: ORGANIZER, papersPath, assignmentsPath, pdfFolder: plan.pdfFolder },
      quiet,
    );
  });
}

/** The title of a paper. */
export function titleOf(number: number): string {
  return `Calibrating simulators of kind ${number} with learned summaries`;
}

/** An abstract of usual length. */
export const ABSTRACT = 'We study what a simulator leaves out and how much of it data can tell. '
  .repeat(12)
  .trim();
