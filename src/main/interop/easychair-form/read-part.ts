import { trimText, unwrap, type FormLine } from '../offline-form/form-lines';
import type {
  OfflineChoice,
  OfflinePart,
  OfflineProblem,
  OfflineQuestion,
} from '../offline-form/offline-form';

/** A section's lines. */
export interface EasychairSection {
  readonly name: string;
  /** Comments above the answer, without their `---`. */
  readonly comments: readonly string[];
  /** Everything below the directive. */
  readonly lines: readonly FormLine[];
  /** The line where the answer begins. */
  readonly bodyLine: number;
}

/** What is no question: facts about the form and the paper, and who wrote the review for a member of the committee. */
const FACTS =
  /^(?:REVIEW FORM ID|SUBMISSION NUMBER|PAPER|PAPER NUMBER|TITLE|AUTHORS?|TRACK|PC MEMBER|END)$|^(?:SUB)?REVIEWER'S (?:FIRST NAME|LAST NAME|NAME|E-?MAIL)/i;
/** A step of a scale, commented or not: `---  2 (accept)`. */
export const STEP = /^(?:---)?\s*([-+]?\d{1,3})\s*\((.*)\)\s*$/;
const BARE_STEP = /^\s*([-+]?\d{1,3})\s*$/;
const RULE = /^-*$/;
const CONFIDENTIAL =
  /not be (?:sent|shown|visible|forwarded) to (?:the )?authors|hidden from (?:the )?authors|only (?:be )?(?:used|visible|seen) (?:during|by|to) the (?:PC|program)/i;

/** What a section is for, and what was answered. */
export function readPart(section: EasychairSection, problems: OfflineProblem[]): OfflinePart {
  if (FACTS.test(section.name)) return { kind: 'other' };
  const question = toQuestion(section);
  const answer = section.lines.filter(({ text }) => !text.startsWith('---'));
  if (question.choices.length === 0) {
    return { kind: 'question', question, value: trimText(answer.map(({ text }) => text).join('\n')) };
  }
  return { kind: 'question', question, value: chosenOf(section, question, answer, problems) };
}

function chosenOf(
  { bodyLine, name }: EasychairSection,
  { choices }: OfflineQuestion,
  answer: readonly FormLine[],
  problems: OfflineProblem[],
): string | null {
  const entered = answer.filter(({ text }) => text.trim() !== '');
  if (entered.length === 0) return null;
  const symbols = entered.map(({ text }) => (STEP.exec(text) ?? BARE_STEP.exec(text))?.[1]?.replace('+', ''));
  const [symbol] = symbols;
  // A bare number counts even where its step was taken out, as the form allows: whoever has the blank form can judge it.
  if (symbol !== undefined && symbols.length === 1) return symbol;
  const known = choices.map((choice) => choice.symbol).join(', ');
  problems.push({
    line: bodyLine,
    what:
      entered.length > 1
        ? `“${name}” takes one step of its scale, and ${entered.length} lines are not commented`
        : `“${entered[0]?.text.trim().slice(0, 60)}” is no step of “${name}”; it has ${known}`,
  });
  return null;
}

function toQuestion({ name, comments, lines }: EasychairSection): OfflineQuestion {
  const steps: OfflineChoice[] = lines.flatMap(({ text }) => {
    const match = STEP.exec(text);
    return match?.[1] === undefined || match[2] === undefined
      ? []
      : [{ symbol: match[1].replace('+', ''), label: match[2].trim() }];
  });
  // Text may well have lines that look like steps; only a form comments them.
  const choices = lines.some(({ text }) => text.startsWith('---') && STEP.test(text)) ? steps : [];
  const help = unwrap(comments.filter((comment) => !RULE.test(comment) && !STEP.test(`---${comment}`)));
  const isScored = choices.length > 0;
  return {
    name,
    choices,
    help,
    isRequired: isScored ? !/optional/i.test(help) : /field is required/i.test(help),
    isHiddenFromAuthors:
      CONFIDENTIAL.test(help) || /PROGRAMM?E? COMMITTEE|\bPC\b|CONFIDENTIAL|CHAIR/i.test(name),
  };
}
