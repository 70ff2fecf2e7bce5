import { isBlank, joinLines, splitLines, unwrap, type FormLine } from '../offline-form/form-lines';
import {
  OfflineFormError,
  type OfflineForm,
  type OfflineProblem,
  type OfflineReview,
  type OfflineSection,
} from '../offline-form/offline-form';
import { readPart } from './read-part';

/** `*** NAME:` with what may follow on the line. */
const DIRECTIVE = /^\*\*\*\s*([^:]+?)\s*(?::\s*(.*?)\s*)?$/;
const COMMENT = /^---/;

/**
 * Reads an EasyChair review form (`review_form_*.txt`), blank or filled in, of one or many papers: `***` begins what must
 * not be changed, `---` a comment; of a scale's commented steps the chosen one is uncommented.
 *
 * @throws OfflineFormError when it is no such form
 */
export function readEasychairForm(file: string): OfflineForm {
  const lines = splitLines(file);
  const starts = lines.flatMap(({ text }, index) => (nameOf(text) === 'REVIEW FORM ID' ? [index] : []));
  const [first] = starts;
  if (first === undefined) {
    throw new OfflineFormError(1, 'no line begins with “*** REVIEW FORM ID”, as every EasyChair form has');
  }
  const problems: OfflineProblem[] = [];
  const reviews = starts.map((start, index) =>
    readReview(lines.slice(start, starts[index + 1] ?? lines.length), problems),
  );
  if (!reviews.some(({ sections }) => sections.some(({ part }) => part.kind === 'question'))) {
    throw new OfflineFormError(lines[first]?.number ?? 1, 'the form asks no question');
  }
  return {
    system: 'easychair',
    venueName: null,
    preamble: joinLines(lines.slice(0, first)),
    reviews,
    problems,
  };
}

function nameOf(text: string): string | null {
  return DIRECTIVE.exec(text)?.[1]?.toUpperCase() ?? null;
}

function readReview(lines: readonly FormLine[], problems: OfflineProblem[]): OfflineReview {
  const starts = lines.flatMap(({ text }, index) => (DIRECTIVE.test(text) ? [index] : []));
  const sections = starts.map((start, index) =>
    readSection(lines.slice(start, starts[index + 1] ?? lines.length), problems),
  );
  const facts = new Map(
    lines.flatMap(({ text }) => {
      const match = DIRECTIVE.exec(text);
      return match?.[1] === undefined ? [] : [[match[1].toUpperCase(), match[2] ?? ''] as const];
    }),
  );
  const number = Number(facts.get('SUBMISSION NUMBER') ?? facts.get('PAPER') ?? facts.get('PAPER NUMBER'));
  const member = facts.get('PC MEMBER') ?? '';
  return {
    line: lines[0]?.number ?? 1,
    paper: Number.isInteger(number) && number > 0 ? number : null,
    title: facts.get('TITLE') || null,
    reviewer: member === '' ? null : { name: member, email: null },
    // The form has no word for it: what is uploaded is submitted.
    isReady: true,
    sections,
  };
}

function readSection(lines: readonly FormLine[], problems: OfflineProblem[]): OfflineSection {
  const [first, ...rest] = lines;
  const isComment = (line: FormLine): boolean => COMMENT.test(line.text);
  const content = rest.findIndex((line) => !isBlank(line) && !isComment(line));
  const above = content === -1 ? rest : rest.slice(0, content);
  const answer = content === -1 ? [] : rest.slice(content);
  const bodyLength = answer.findLastIndex((line) => !isBlank(line) && !isComment(line)) + 1;
  const body = answer.slice(0, bodyLength);
  // Where nothing is answered, the comments below the first gap (a rule, what is said of the next part) are the tail.
  const firstGap = above.findIndex(isBlank);
  const headLength =
    content === -1
      ? firstGap === -1
        ? above.length
        : firstGap
      : above.findLastIndex((line) => isComment(line)) + 1;
  const afterHead = above.slice(headLength);
  const leadLength = content === -1 ? afterHead.findIndex((line) => !isBlank(line)) : afterHead.length;
  const lead = leadLength === -1 ? afterHead : afterHead.slice(0, leadLength);
  return {
    line: first?.number ?? 1,
    head: joinLines([...(first === undefined ? [] : [first]), ...above.slice(0, headLength)]),
    lead: joinLines(lead),
    body: joinLines(body),
    tail: joinLines([...afterHead.slice(lead.length), ...answer.slice(bodyLength)]),
    part: readPart(
      {
        name: unwrap([DIRECTIVE.exec(first?.text ?? '')?.[1] ?? '']),
        comments: above
          .slice(0, headLength)
          .filter(isComment)
          .map(({ text }) => text.slice(3)),
        lines: rest,
        bodyLine: body[0]?.number ?? first?.number ?? 1,
      },
      problems,
    ),
  };
}
