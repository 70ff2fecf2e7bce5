import type { OfflinePart, OfflineProblem } from '../offline-form/offline-form';
import { readQuestion } from './read-question';
import { readChoice, readText } from './section-value';

/** A section's lines without the signs that mark them. */
export interface HotcrpSection {
  /** The directive's line. */
  readonly first: string;
  /** The name of the question; null where it asks none. */
  readonly question: string | null;
  readonly comments: readonly string[];
  readonly body: string;
  /** The line where the answer begins. */
  readonly bodyLine: number;
}

/** What a section is for, and what was answered. A choice that is none is a problem, and no answer. */
export function readPart(section: HotcrpSection, problems: OfflineProblem[]): OfflinePart {
  if (section.question === null) {
    if (/^==\+== Review Readiness/i.test(section.first)) return { kind: 'readiness' };
    if (/^==\+== (?:Paper|Submission) (?:Number|#)\s*$/i.test(section.first)) return { kind: 'paper-number' };
    return { kind: 'other' };
  }
  const question = readQuestion([section.question], section.comments);
  if (question.choices.length === 0) return { kind: 'question', question, value: readText(section.body) };
  const entered = readChoice(section.body, question);
  if ('value' in entered) return { kind: 'question', question, value: entered.value };
  problems.push({ line: section.bodyLine, what: entered.problem });
  return { kind: 'question', question, value: null };
}
