import { lineEndOf, splitLines, trimText } from '../offline-form/form-lines';
import {
  reviewText,
  sectionText,
  type FilledForm,
  type OfflineAnswers,
  type OfflineReview,
  type OfflineSection,
} from '../offline-form/offline-form';
import { STEP } from './read-part';

/**
 * A review's form with these answers. What the form says already is left as it is, to the character. EasyChair has no way to
 * say a line that begins with `***` or `---` itself: it gets a space before it.
 */
export function fillEasychairReview(
  review: OfflineReview,
  { answers }: { readonly answers: OfflineAnswers },
): FilledForm {
  const eol = lineEndOf(reviewText(review));
  const notes: string[] = [];
  const texts = review.sections.map((section) => {
    const { part } = section;
    if (part.kind !== 'question') return sectionText(section);
    const { question, value } = part;
    const wanted = answers.get(question.name) ?? null;
    if (question.choices.length > 0) return value === wanted ? sectionText(section) : choose(section, wanted);
    const text = wanted === null ? null : trimText(wanted);
    if (text === value) return sectionText(section);
    const safe = (text ?? '').replaceAll(/^(?=\*\*\*|---)/gm, ' ');
    if (safe !== (text ?? '')) {
      notes.push(
        `“${question.name}”: a line that begins with “***” or “---” got a space before it, since EasyChair would take it for one of its own.`,
      );
    }
    return withText(section, safe, eol);
  });
  return { text: texts.join(''), notes };
}

/** Comments the step that was chosen and uncomments another. A bare number that was entered goes. */
function choose(section: OfflineSection, wanted: string | null): string {
  const lines = splitLines(sectionText(section)).flatMap(({ raw, text, number }) => {
    const symbol = STEP.exec(text)?.[1]?.replace('+', '');
    const isCommented = text.startsWith('---');
    if (number === 1) return [raw];
    if (symbol === undefined) return isCommented || text.trim() === '' ? [raw] : [];
    if (isCommented) return [symbol === wanted ? raw.slice(3) : raw];
    return [symbol === wanted ? raw : `---${raw}`];
  });
  return lines.join('');
}

function withText({ head, lead, body, tail }: OfflineSection, text: string, eol: string): string {
  if (text === '') return `${head}${lead}${body === '' ? '' : eol}${tail}`;
  const filled = `${text.replaceAll('\n', eol)}${eol}`;
  const gap = body === '' || lead === '' ? eol : lead;
  return `${head}${gap}${filled}${tail === '' || body === '' ? eol : ''}${tail}`;
}
