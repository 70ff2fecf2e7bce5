import type { PaperNumber } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { openPaper } from '@main/services/library';
import { SIM2SCIENCE, type Machine } from './machine';

/** The answers of somebody's own review of a paper. */
export function readAnswers(
  machine: Machine,
  paper: number,
): Readonly<Record<string, Answers[keyof Answers]>> {
  return openPaper(machine.deps, { venue: SIM2SCIENCE, paper: paper as PaperNumber }).draft.answers;
}
