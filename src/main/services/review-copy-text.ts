import { wrapText } from '@shared/rules/wrap-text';
import type { CopiedAnswer, ReviewCopy } from './review-copy';

/** Columns of a line: what e-mail programs and printers of text expect. */
const COLUMNS = 80;

/** A review as plain text: UTF-8, wrapped, every question with its answer. Ends with a line end. */
export function toPlainReview(copy: ReviewCopy): string {
  const { venue, paper, title, reviewer, state, answers, isShortened } = copy;
  const head = [
    wrapText(venue, COLUMNS),
    wrapText(`Review of #${paper} ${title}`, COLUMNS),
    '',
    `Reviewer: ${reviewer}`,
    `State:    ${state}`,
    ...(isShortened ? ['Answers that are only for the chairs were left out.'] : []),
    '='.repeat(COLUMNS),
  ].join('\n');
  return `${[head, ...answers.map(describeAnswer)].join('\n\n')}\n`;
}

function describeAnswer({ label, isForChairs, text }: CopiedAnswer): string {
  const name = wrapText(`${label}${isForChairs ? ' (only for the chairs)' : ''}`, COLUMNS);
  const answer = text.trim() === '' ? '(no answer)' : wrapText(plainQuotes(text).trimEnd(), COLUMNS);
  return `${name}\n${'-'.repeat(Math.min(COLUMNS, Math.max(...name.split('\n').map((line) => line.length))))}\n${answer}`;
}

/** Quotes of the paper were written so that Markdown leaves their signs alone; here nothing would take them for such. */
function plainQuotes(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      /^> “.*\(pp?\. [^)]*\)$/.test(line) ? line.replaceAll(/\\([\\`*_{}[\]<>#|$~])/g, '$1') : line,
    )
    .join('\n');
}
