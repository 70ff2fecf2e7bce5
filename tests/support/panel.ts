import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { makePdf } from './pdf';

/** How large a venue is made. Every paper has three reviewers. */
export interface PanelPlan {
  readonly papers: number;
  readonly reviewers: number;
  /** The reviewers who have not sent anything, counted from the last. */
  readonly silent: number;
}

const FIRST = ['Ada', 'Bo', 'Chiara', 'Dmitri', 'Esra', 'Farid', 'Grace', 'Hana', 'Ivo', 'Joy'];
const LAST = ['Lindqvist', 'Nakamura', 'Okonkwo-Featherstonehaugh', 'Park', 'Rossi', 'Sato', 'Yilmaz'];
const TOPICS = ['sbi', 'misspecification', 'emulators', 'structure', 'pipelines', 'active-learning'];

/** Who reviews, by position: names that are all different, and one that is long. */
export function reviewerName(index: number): string {
  return `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`;
}

/** Writes an organizer's tables and PDFs into a folder. */
export function writePanelTables(
  folder: string,
  plan: PanelPlan,
): { readonly papersPath: string; readonly pdfFolder: string; readonly assignmentsPath: string } {
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
export function papersOf(reviewer: number, { papers, reviewers }: PanelPlan): readonly number[] {
  return Array.from({ length: papers }, (_, index) => index + 1).filter((paper) =>
    [0, 1, 2].some((k) => (paper + k * (1 + (paper % 3))) % reviewers === reviewer),
  );
}

/** What a reviewer answers about a paper: some papers are better, some reviewers kinder, and a little is neither. */
export function answersOf(paper: number, reviewer: number): Readonly<Record<string, Answer>> {
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
