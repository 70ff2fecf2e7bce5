import type { FormField } from '../../model/form';
import type { CheckedReview } from './checked-review';
import type { TextSpan } from './finding';

/** A field with what was written into it. */
export interface Prose {
  readonly field: FormField;
  readonly text: string;
}

/** The fields with prose in them: texts, and flags that were explained. In the order of the form. */
export function listProse({ venue, answers }: Pick<CheckedReview, 'venue' | 'answers'>): readonly Prose[] {
  return venue.form.fields.flatMap((field) => {
    const answer = answers[field.id];
    const text = answer?.kind === 'text' ? answer.text : answer?.kind === 'flag' ? answer.detail : '';
    return text === '' ? [] : [{ field, text }];
  });
}

/** A text with its Markdown quotes blanked out, place by place: what is quoted is the paper's, not the reviewer's. */
export function blankQuotes(text: string): string {
  return text.replaceAll(/^ {0,3}>.*$/gm, (line) => ' '.repeat(line.length));
}

/** The whole lines that spans of a text lie in, each once: what somebody looks at who looks at the spans. */
export function linesAround(text: string, spans: readonly TextSpan[]): string {
  const lines = spans.map(({ from, to }) => {
    const end = text.indexOf('\n', to);
    return text.slice(text.lastIndexOf('\n', from - 1) + 1, end === -1 ? text.length : end);
  });
  return [...new Set(lines)].join('\n');
}

/** `in 3 places`, or nothing where there is one. */
export function placesWord(count: number): string {
  return count > 1 ? ` in ${count} places` : '';
}
