import type { FormField, ReviewForm } from '@shared/model/form';
import { fieldIdSchema, type FieldId } from '@shared/model/ids';
import type { OfflineChoice, OfflineQuestion } from './offline-form';

/** The field that stands in for a score where a form has none; it is never written into the form. */
export const OWN_SCORE = fieldIdSchema.parse('own-overall');

/** A form of Referee's that asks what another system's form asks. */
export interface ReviewFormOf {
  readonly form: ReviewForm;
  /** The question behind each field. */
  readonly questions: ReadonlyMap<FieldId, OfflineQuestion>;
}

/** The most steps of a scale and options of a choice that a form here has. */
const MAX_STEPS = 12;
const MAX_OPTIONS = 20;

/**
 * A review form that asks the same. Scales of whole numbers become ratings, other choices become choices; more options than
 * a form here takes become a text, with the options in its help. The first rating whose name says so stands for the whole.
 *
 * The same questions always give the same form and the same field ids.
 */
export function toReviewForm(questions: readonly OfflineQuestion[]): ReviewFormOf {
  const ids = new Map<string, OfflineQuestion>();
  const asked = questions.map((question) => {
    const id = freeId(question.name, ids);
    ids.set(id, question);
    return { id, question };
  });
  const hasRating = asked.some(({ question }) => isScale(question.choices));
  const lettered = hasRating ? undefined : asked.find(({ question }) => canBeRated(question.choices));
  const fields = asked.map(({ id, question }) => toField(id, question, lettered?.id === id));
  const ratings = fields.filter((field) => field.kind === 'rating');
  const overall =
    ratings.find(({ label }) => /overall|recommendation|merit|evaluation|rating/i.test(label)) ?? ratings[0];
  const all = overall === undefined ? [...fields, ownScore()] : fields;
  return {
    form: { version: 1, overallField: overall?.id ?? OWN_SCORE, fields: all },
    questions: new Map(asked.map(({ id, question }) => [id, question])),
  };
}

/** The value that a rating has for a choice: its number, or its place where it goes by letters. */
export function ratingOf(choices: readonly OfflineChoice[], index: number): number {
  return isScale(choices) ? Number(choices[index]?.symbol) : choices.length - index;
}

/** The option that a choice has in a choice field. */
export function optionOf(index: number): FieldId {
  return fieldIdSchema.parse(`option-${index + 1}`);
}

/** Whether every choice is a different whole number that a rating can have. */
function isScale(choices: readonly OfflineChoice[]): boolean {
  const values = choices.map(({ symbol }) =>
    /^-?\d{1,3}$/.test(symbol ?? '') ? Number(symbol) : Number.NaN,
  );
  return canBeRated(choices) && values.every((value) => value >= -10 && value <= 100);
}

function canBeRated(choices: readonly OfflineChoice[]): boolean {
  return choices.length >= 2 && choices.length <= MAX_STEPS;
}

function toField(id: FieldId, question: OfflineQuestion, isRated: boolean): FormField {
  const { choices } = question;
  const base = {
    id,
    label: cut(toLabel(question.name), 120),
    help: cut(question.help, 1000),
    isRequired: question.isRequired,
    audience: question.isHiddenFromAuthors ? ('chairs' as const) : ('authors' as const),
  };
  if (isRated || isScale(choices)) {
    const scale = choices.map((choice, index) => ({
      value: ratingOf(choices, index),
      anchor: cut(isScale(choices) ? choice.label || '-' : words(choice), 200),
    }));
    return { ...base, kind: 'rating', scale: scale.toSorted((a, b) => a.value - b.value) };
  }
  if (choices.length >= 2 && choices.length <= MAX_OPTIONS) {
    const options = choices.map((choice, index) => ({ id: optionOf(index), label: cut(words(choice), 120) }));
    return { ...base, kind: 'choice', options };
  }
  const listed = choices.length === 0 ? '' : ` One of: ${choices.map(words).join('; ')}`;
  return {
    ...base,
    kind: 'text',
    help: cut(`${question.help}${listed}`.trim(), 1000),
    minWords: null,
    maxWords: null,
  };
}

function ownScore(): FormField {
  return {
    id: OWN_SCORE,
    kind: 'rating',
    label: 'Overall, for yourself',
    help: 'Their form asks for no score. This one sorts your papers here and is not written into their form.',
    isRequired: false,
    audience: 'chairs',
    scale: ['Poor', 'Fair', 'Good', 'Excellent'].map((anchor, index) => ({ value: index + 1, anchor })),
  };
}

/** A choice as people read it: `A. Accept`. */
function words({ symbol, label }: OfflineChoice): string {
  return symbol === null ? label : `${symbol}. ${label}`.replace(/\. $/, '');
}

/** Names in capitals, as EasyChair has them, as a sentence. */
function toLabel(name: string): string {
  const isShouted = name === name.toUpperCase() && /[A-Z]{4}/.test(name);
  return isShouted ? `${name.slice(0, 1)}${name.slice(1).toLowerCase()}` : name || 'Untitled question';
}

function freeId(name: string, taken: ReadonlyMap<string, unknown>): FieldId {
  const slug = name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  const base = slug === '' || slug === 'constructor' || slug === OWN_SCORE ? 'question' : slug;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return fieldIdSchema.parse(id);
  }
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
