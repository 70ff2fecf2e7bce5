import { lineEndOf, trimText } from '../offline-form/form-lines';
import {
  reviewText,
  sectionText,
  type FilledForm,
  type OfflineAnswers,
  type OfflineQuestion,
  type OfflineReview,
  type OfflineSection,
} from '../offline-form/offline-form';
import { toWords } from './read-question';
import { escapeText, NO_CHOICE, readText } from './section-value';

/** What a review says, and whether it is ready for others. */
export interface Filling {
  readonly answers: OfflineAnswers;
  readonly isReady: boolean;
  /** The paper's number, where the form leaves it to be entered. */
  readonly paper: number;
}

/**
 * A review's form with these answers. What the form says already is left as it is, to the character; a question that has no
 * answer here loses the one it had.
 */
export function fillHotcrpReview(review: OfflineReview, filling: Filling): FilledForm {
  const eol = lineEndOf(reviewText(review));
  const notes: string[] = [];
  const texts = review.sections.map((section) => {
    const { part } = section;
    switch (part.kind) {
      case 'question': {
        const wanted = filling.answers.get(part.question.name) ?? null;
        return fillAnswer(section, part.question, part.value, wanted, eol, notes);
      }
      case 'readiness':
        return review.isReady === filling.isReady
          ? sectionText(section)
          : withBody(section, filling.isReady ? 'Ready' : 'Not ready', eol);
      case 'paper-number':
        return readText(section.body) === String(filling.paper)
          ? sectionText(section)
          : withBody(section, String(filling.paper), eol);
      case 'other':
        return sectionText(section);
    }
  });
  return { text: texts.join(''), notes };
}

function fillAnswer(
  section: OfflineSection,
  question: OfflineQuestion,
  known: string | null,
  wanted: string | null,
  eol: string,
  notes: string[],
): string {
  if (question.choices.length > 0) {
    if (known === wanted) return sectionText(section);
    const choice = question.choices.find(({ symbol, label }) => (symbol ?? label) === wanted);
    return withBody(section, choice === undefined ? NO_CHOICE : toWords(choice), eol);
  }
  const text = wanted === null ? null : trimText(wanted);
  if (text === known) return sectionText(section);
  const escaped = escapeText(text ?? '');
  if (escaped.isChanged) {
    notes.push(
      `“${question.name}”: a line that begins with a backslash and “==” got a space before it, since HotCRP would take the backslash away.`,
    );
  }
  return withBody(section, escaped.text, eol);
}

/** A section with another answer; an empty line stands before it and, where the form had none, after it. */
function withBody(section: OfflineSection, text: string, eol: string): string {
  const { head, lead, tail } = section;
  const isNew = section.body === '';
  if (text === '') return `${head}${lead}${isNew ? '' : eol}${tail}`;
  const body = `${text.replaceAll('\n', eol)}${eol}`;
  return `${head}${isNew || lead === '' ? eol : lead}${body}${tail === '' ? eol : tail}`;
}
