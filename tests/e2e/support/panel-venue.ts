import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity } from '@main/bundle/keys';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import type { FieldId, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { makePdf } from '../../support/pdf';
import { olga, onComputerOf, reviewAsColleague, type AnswersByField } from './people';
import { SIM2SCIENCE } from './store';

/** How large a venue is made. Every paper has three reviewers. */
export interface PanelPlan {
  readonly papers: number;
  readonly reviewers: number;
  /** The reviewers who have not sent anything, counted from the last. */
  readonly silent: number;
}

/** The files of a venue that is being reviewed. */
export interface PanelFiles {
  /** Noor Haddad's, the chair's. */
  readonly assignment: string;
  /** One of each reviewer who sent something. */
  readonly reviews: readonly string[];
}

const FIRST = ['Ada', 'Bo', 'Chiara', 'Dmitri', 'Esra', 'Farid', 'Grace', 'Hana', 'Ivo', 'Joy'];
const LAST = ['Lindqvist', 'Nakamura', 'Okonkwo-Featherstonehaugh', 'Park', 'Rossi', 'Sato', 'Yilmaz'];
const TOPICS = ['sbi', 'misspecification', 'emulators', 'structure', 'pipelines', 'active-learning'];

/** Who reviews, by position: names that are all different, and one that is long. */
export function reviewerName(index: number): string {
  return `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`;
}

/** Sets a venue up and has it reviewed, each person on a computer of their own, through real bundles. */
export function makePanelVenue(folder: string, plan: PanelPlan): PanelFiles {
  const files = writePanelTables(folder, plan);
  const out = join(folder, 'out');
  mkdirSync(out);
  const bundles = onComputerOf(join(folder, 'olga'), (deps) => {
    createVenue(deps, { venuePath: null, ...files, organizer: olga }, quiet);
    return exportAssignments(deps, { venue: SIM2SCIENCE as VenueId, folder: out }, quiet);
  });
  const bundleOf = (person: string): string => {
    const found = bundles.find((bundle) => bundle.person === person);
    if (found === undefined) throw new Error(`no bundle for ${person}`);
    return found.path;
  };
  const reviews = Array.from({ length: plan.reviewers - plan.silent }, (_, reviewer) => {
    const path = join(folder, `reviews-${reviewer}.referee`);
    const written = papersOf(reviewer, plan).map((paper) => [paper, answersOf(paper, reviewer)] as const);
    reviewAsColleague(
      join(folder, `reviewer-${reviewer}`),
      bundleOf(reviewerName(reviewer)),
      path,
      new Map(written),
      SIM2SCIENCE as VenueId,
      generateIdentity(),
    );
    return path;
  });
  return { assignment: bundleOf('Noor Haddad'), reviews };
}

function writePanelTables(folder: string, plan: PanelPlan) {
  const pdfFolder = join(folder, 'pdfs');
  mkdirSync(pdfFolder, { recursive: true });
  const numbers = Array.from({ length: plan.papers }, (_, index) => index + 1);
  const papers = numbers.map((number) => {
    writeFileSync(join(pdfFolder, `p${number}.pdf`), makePdf(`Paper ${number}`));
    const topics = `${topicOf(number)};${topicOf(number + 2)}`;
    return `${number},"${titleOf(number)}",About ${number},one,${topics},"Author ${number} <a${number}@example.org>",p${number}.pdf`;
  });
  const assigned = Array.from({ length: plan.reviewers }, (_, reviewer) =>
    papersOf(reviewer, plan).map(
      (paper) => `${paper},r${reviewer}@example.org,${reviewerName(reviewer)},reviewer,2026-05-13`,
    ),
  ).flat();
  const chaired = numbers.map((paper) => `${paper},noor@example.org,Noor Haddad,chair,2026-05-13`);
  const papersPath = join(folder, 'papers.csv');
  const assignmentsPath = join(folder, 'assignments.csv');
  writeFileSync(papersPath, `number,title,abstract,keywords,topics,authors,pdf\n${papers.join('\n')}\n`);
  writeFileSync(assignmentsPath, `paper,email,name,role,due\n${[...assigned, ...chaired].join('\n')}\n`);
  return { papersPath, pdfFolder, assignmentsPath };
}

/** Three reviewers a paper, far enough apart that all hang together. */
function papersOf(reviewer: number, { papers, reviewers }: PanelPlan): readonly number[] {
  return Array.from({ length: papers }, (_, index) => index + 1).filter((paper) =>
    [0, 1, 2].some((k) => (paper + k * (1 + (paper % 3))) % reviewers === reviewer),
  );
}

function answersOf(paper: number, reviewer: number): AnswersByField {
  const quality = ((paper * 37) % 11) / 4 + 2;
  const kindness = ((reviewer * 5) % 7) / 3 - 1;
  const noise = ((paper * 13 + reviewer * 29) % 9) / 4 - 1;
  const overall = Math.round(Math.min(6, Math.max(1, quality + kindness + noise)));
  const rating = (value: number): Answer => ({ kind: 'rating', value });
  const text = (words: string): Answer => ({ kind: 'text', text: `${words} ${'word '.repeat(60).trim()}` });
  return {
    topics: {
      kind: 'topics',
      tags: [
        { topic: topicOf(paper) as never, weight: 'primary', fit: 3 },
        ...(reviewer % 2 === 0
          ? [{ topic: topicOf(paper + 1) as never, weight: 'secondary' as const, fit: 2 as const }]
          : []),
      ],
    },
    soundness: rating(Math.min(4, Math.max(1, Math.round(overall / 1.6)))),
    significance: rating(2),
    clarity: rating(3),
    relevance: rating(4),
    overall: rating(overall),
    confidence: rating(1 + ((paper + reviewer) % 5)),
    summary: text('The paper asks a clear question.'),
    strengths: text('It is honest about its limits.'),
    weaknesses: text('The baseline is weak.'),
    questions: { kind: 'text', text: 'Why this prior?' },
    presentation: { kind: 'choice', option: 'poster' as FieldId },
    ethics: {
      kind: 'flag',
      isRaised: paper % 17 === 3,
      detail: paper % 17 === 3 ? 'Whose data are these?' : '',
    },
  };
}

function topicOf(number: number): string {
  return TOPICS[number % TOPICS.length] ?? 'sbi';
}

function titleOf(number: number): string {
  const things = ['ocean', 'beamline', 'catalyst', 'glacier', 'protein', 'plasma', 'epidemic'];
  const long =
    number % 20 === 7
      ? ', with a title that goes on for much longer than any column is wide enough to show'
      : '';
  return `Emulating the ${things[number % things.length]} with imperfect models ${number}${long}`;
}
