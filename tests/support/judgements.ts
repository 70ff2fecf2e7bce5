import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import type { MetaContent } from '@shared/model/meta-review';
import { generateIdentity } from '@main/bundle/keys';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { saveDecision } from '@main/services/decisions';
import { quiet } from '@main/services/deps';
import { exportConsolidation } from '@main/services/export-consolidation';
import { exportDecisions } from '@main/services/export-decisions';
import { saveMetaReview } from '@main/services/meta-reviews';
import { settleReview } from '@main/services/settle-review';
import {
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
  type Machine,
} from './machine';

/** What a chair says of a paper, unless told otherwise. */
export const META: MetaContent = {
  text: 'Both reviewers like the question; the second doubts the *baseline*.',
  recommendation: 'poster' as FieldId,
  confidence: 4,
  needsDiscussion: true,
};

/** The people of a venue up to its decisions, each with a computer. */
export interface Judgements {
  readonly organizer: Machine;
  readonly noor: Machine;
  /** The second chair, who has only their assignment. */
  readonly kai: Machine;
  readonly bo: Machine;
  /** Ada's two computers, with the same key. */
  readonly ada: readonly [Machine, Machine];
  /** Two exports of Ada's on paper 7 that part from each other, and Bo's on 7 and 31. */
  readonly reviews: readonly string[];
  /** Noor's: a meta-review of paper 7, her word on Ada's versions, the reviews as they came. */
  readonly consolidation: string;
  /** Olga's, on paper 7. */
  readonly decision: string;
}

/** Plays a small venue through to a consolidation and a decision. */
export function makeJudgements(): Judgements {
  const { machine: organizer, bundleOf } = makeOrganizer({ secondChair: true });
  const key = generateIdentity();
  const ada = [makeMachine(undefined, key), makeMachine(undefined, key)] as const;
  const [bo, noor, kai] = [makeMachine(), makeMachine(), makeMachine()];
  for (const machine of ada) importAll(machine, bundleOf('Ada Lindqvist'));
  importAll(bo, bundleOf('Bo Nakamura'));
  importAll(noor, bundleOf('Noor Haddad'));
  importAll(kai, bundleOf('Kai Moreau'));
  completeReview(ada[0], 7, 2, 'on the laptop');
  completeReview(ada[1], 7, 6, 'on the desktop');
  completeReview(bo, 7, 3);
  completeReview(bo, 31, 5);
  const reviews = [
    exportTo(ada[0], join(ada[0].folder, 'laptop.referee'), [7]).path,
    exportTo(ada[1], join(ada[1].folder, 'desktop.referee'), [7]).path,
    exportTo(bo, join(bo.folder, 'bo.referee'), [7, 31]).path,
  ];
  importAll(noor, ...reviews);
  const paper = 7 as PaperNumber;
  saveMetaReview(noor.deps, { venue: SIM2SCIENCE, paper, content: META });
  settleFirst(noor, paper);
  mkdirSync(join(noor.folder, 'out'));
  const consolidation = exportConsolidation(
    noor.deps,
    { venue: SIM2SCIENCE, isEncrypted: false, path: join(noor.folder, 'out', 'noor.referee') },
    quiet,
  ).path;
  saveDecision(organizer.deps, {
    venue: SIM2SCIENCE,
    paper,
    content: { outcome: 'poster' as FieldId, session: 'Poster session 2', note: 'Welcome.' },
  });
  const decision = exportDecisions(
    organizer.deps,
    { venue: SIM2SCIENCE, isEncrypted: false, path: join(organizer.folder, 'decisions.referee') },
    quiet,
  ).path;
  return { organizer, noor, kai, bo, ada, reviews, consolidation, decision };
}

/** Keeps the longest-standing version of the first review of a paper whose versions part; answers which. */
export function settleFirst(judge: Machine, paper: PaperNumber, index = 0): string {
  const review = readConsolidatedPaper(judge.deps, { venue: SIM2SCIENCE, paper }).reviews.find(
    ({ versions }) => versions.length > 1,
  );
  const keep = review?.versions[index]?.hash;
  if (review === undefined || keep === undefined) throw new Error(`paper ${paper} has nothing to settle`);
  settleReview(judge.deps, { venue: SIM2SCIENCE, paper, review: review.review, keep });
  return keep;
}
