import type { FormField, ReviewForm } from '../model/form';
import type { Answer, Answers } from '../model/review';
import type { FieldId } from '../model/ids';
import { countWords } from './word-count';

/** Something that a review still lacks before it can be marked ready. */
export interface Shortcoming {
  readonly field: FieldId;
  readonly label: string;
  /** A short phrase that follows the label: `missing`, `12 words, at least 50`. */
  readonly reason: string;
}

// One object a field for what most reviews of a list lack: it crosses to the window once and not thousands of times.
const missing = new WeakMap<FormField, Shortcoming>();

/** What a review still lacks, in the order of the form. Empty when it can be marked ready. */
export function findShortcomings(form: ReviewForm, answers: Answers): readonly Shortcoming[] {
  return form.fields.flatMap((field) => {
    const reason = shortcomingOf(field, answers[field.id]);
    if (reason === null) return [];
    const known = reason === 'missing' ? missing.get(field) : undefined;
    if (known !== undefined) return [known];
    const shortcoming = { field: field.id, label: field.label, reason };
    if (reason === 'missing') missing.set(field, shortcoming);
    return [shortcoming];
  });
}

/**
 * Why an answer does not fit a field at all, or null. Such an answer is refused; a merely incomplete one is kept.
 */
export function answerMismatch(
  field: FormField,
  answer: Answer,
  topicIds: ReadonlySet<string>,
): string | null {
  if (answer.kind !== field.kind) return `${field.label} takes a ${field.kind}, not a ${answer.kind}`;
  if (answer.kind === 'rating' && field.kind === 'rating') {
    const isOnScale = field.scale.some((step) => step.value === answer.value);
    return isOnScale ? null : `${answer.value} is not on the scale of ${field.label}`;
  }
  if (answer.kind === 'choice' && field.kind === 'choice') {
    const isOption = field.options.some((option) => option.id === answer.option);
    return isOption ? null : `${answer.option} is not an option of ${field.label}`;
  }
  if (answer.kind === 'topics') {
    const unknown = answer.tags.find((tag) => !topicIds.has(tag.topic));
    if (unknown !== undefined) return `${unknown.topic} is not a topic of this venue`;
    const isRepeated = new Set(answer.tags.map((tag) => tag.topic)).size < answer.tags.length;
    return isRepeated ? 'a topic is tagged twice' : null;
  }
  return null;
}

/** Topics that a venue dropped do not make a review incomplete. */
const NO_TOPICS: ReadonlySet<string> = new Set();

function shortcomingOf(field: FormField, answer: Answer | undefined): string | null {
  if (answer === undefined) return field.isRequired ? 'missing' : null;
  if (answer.kind !== 'topics' && answerMismatch(field, answer, NO_TOPICS) !== null)
    return 'does not fit the form';
  switch (field.kind) {
    case 'text':
      return answer.kind === 'text'
        ? textShortcoming(field.minWords, field.maxWords, field.isRequired, answer.text)
        : null;
    case 'topics':
      if (answer.kind !== 'topics' || !field.isRequired) return null;
      return answer.tags.some((tag) => tag.weight === 'primary') ? null : 'no primary topic';
    case 'flag':
      if (answer.kind !== 'flag' || !answer.isRaised) return null;
      return countWords(answer.detail) > 0 ? null : 'raised without saying why';
    case 'rating':
    case 'choice':
      return null;
  }
}

function textShortcoming(
  min: number | null,
  max: number | null,
  isRequired: boolean,
  text: string,
): string | null {
  const words = countWords(text);
  if (words === 0) return isRequired ? 'missing' : null;
  if (min !== null && words < min) return `${words} ${words === 1 ? 'word' : 'words'}, at least ${min}`;
  if (max !== null && words > max) return `${words} words, at most ${max}`;
  return null;
}
