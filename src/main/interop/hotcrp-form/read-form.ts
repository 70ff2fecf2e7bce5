import { isBlank, joinLines, splitLines, unwrap, type FormLine } from '../offline-form/form-lines';
import {
  OfflineFormError,
  type OfflineForm,
  type OfflineProblem,
  type OfflineReview,
  type OfflineSection,
} from '../offline-form/offline-form';
import { factsOf } from './review-facts';
import { readPart } from './read-part';

/** HotCRP's own test for a directive: six characters, so that `==+==` alone is text. */
const DIRECTIVE = /^==[+*]== /;
const COMMENT = /^==-==/;
/** A question: `==*== Name`, or `==+== A. Name` as older versions have it. */
const QUESTION = /^(?:==\+== [A-Z]\.|==\*== )\s*(.*)$/;
const BEGIN = /^==\+== Begin Review/i;
const RULE = /^==\+== =+\s*$/;
const HEADER = /^==\+== (.*?)\s+(?:Paper )?Review(?: Form)?s?\s*$/;

/**
 * Reads a HotCRP offline review form, blank or filled in, of one or many papers (text/plain; HotCRP
 * `ReviewForm::text_form`, `ReviewValues::parse_text`).
 *
 * @throws OfflineFormError when it is no such form
 */
export function readHotcrpForm(file: string): OfflineForm {
  const lines = splitLines(file);
  const starts = startsOf(lines);
  const [first] = starts;
  if (first === undefined) {
    throw new OfflineFormError(
      1,
      'no line begins with “==+== Begin Review”, as every HotCRP review form has',
    );
  }
  const problems: OfflineProblem[] = [];
  const reviews = starts.map((start, index) =>
    readReview(lines.slice(start, starts[index + 1] ?? lines.length), problems),
  );
  if (!reviews.some(({ sections }) => sections.some(({ part }) => part.kind === 'question'))) {
    throw new OfflineFormError(lines[first]?.number ?? 1, 'the form asks no question');
  }
  const header = lines.slice(0, first).map(({ text }) => HEADER.exec(text)?.[1]);
  return {
    system: 'hotcrp',
    venueName: header.find((name) => name !== undefined && !/^=+$/.test(name)) ?? null,
    preamble: joinLines(lines.slice(0, first)),
    reviews,
    problems,
  };
}

/** Where each review begins: at its `Begin Review`, with the rule above it. */
function startsOf(lines: readonly FormLine[]): readonly number[] {
  return lines.flatMap(({ text }, index) => {
    if (!BEGIN.test(text)) return [];
    return [RULE.test(lines[index - 1]?.text ?? '') ? index - 1 : index];
  });
}

function readReview(lines: readonly FormLine[], problems: OfflineProblem[]): OfflineReview {
  const sections: OfflineSection[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = endOfSection(lines, at);
    sections.push(readSection(lines.slice(at, end), problems));
    at = end;
  }
  return { line: lines[0]?.number ?? 1, ...factsOf(lines, sections), sections };
}

function endOfSection(lines: readonly FormLine[], start: number): number {
  let end = start + headingLength(lines, start);
  while (end < lines.length && !DIRECTIVE.test(lines[end]?.text ?? '')) end += 1;
  return end;
}

/** How many lines a heading takes: a question's goes on while lines begin the same way. */
function headingLength(lines: readonly FormLine[], start: number): number {
  const text = lines[start]?.text ?? '';
  if (!QUESTION.test(text)) return 1;
  let length = 1;
  while (lines[start + length]?.text.startsWith(text.slice(0, 6)) === true) length += 1;
  return length;
}

function readSection(lines: readonly FormLine[], problems: OfflineProblem[]): OfflineSection {
  const heading = lines.slice(0, headingLength(lines, 0));
  // Comments count until the answer begins; below that, such a line is part of it.
  const rest = lines.slice(heading.length);
  const content = rest.findIndex((line) => !isBlank(line) && !COMMENT.test(line.text));
  const above = content === -1 ? rest : rest.slice(0, content);
  const lastComment = above.findLastIndex((line) => COMMENT.test(line.text));
  const answer = content === -1 ? [] : rest.slice(content);
  const bodyLength = answer.findLastIndex((line) => !isBlank(line)) + 1;
  const comments = above.filter((line) => COMMENT.test(line.text)).map(({ text }) => text.slice(5));
  const body = joinLines(answer.slice(0, bodyLength));
  return {
    line: heading[0]?.number ?? 1,
    head: joinLines([...heading, ...above.slice(0, lastComment + 1)]),
    lead: joinLines(above.slice(lastComment + 1)),
    body,
    tail: joinLines(answer.slice(bodyLength)),
    part: readPart(
      {
        first: heading[0]?.text ?? '',
        question: questionHeading(heading),
        comments,
        body,
        bodyLine: answer[0]?.number ?? heading[0]?.number ?? 1,
      },
      problems,
    ),
  };
}

function questionHeading(heading: readonly FormLine[]): string | null {
  const [first, ...more] = heading.map(({ text }) => text);
  const name = QUESTION.exec(first ?? '')?.[1];
  return name === undefined ? null : unwrap([name, ...more.map((line) => line.slice(6))]);
}
