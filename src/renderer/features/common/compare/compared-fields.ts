import type { FormField, ReviewForm } from '@shared/model/form';
import type { FieldId } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';
import type { Topic } from '@shared/model/topic';
import { answerText } from '@shared/rules/answer-text';
import { diffWords, type TextChange } from '@shared/rules/word-diff';

/** One field of two versions of a review. */
export interface ComparedField {
  readonly id: FieldId;
  readonly label: string;
  /** Whether only chairs and organizers read it. */
  readonly isForChairs: boolean;
  /** What each version answers, in words; null where it does not answer. */
  readonly left: string | null;
  readonly right: string | null;
  readonly isSame: boolean;
}

/** What two versions are made of: their form and the topics it tags with. */
export interface ComparedForm {
  readonly form: ReviewForm;
  readonly topics: readonly Topic[];
}

/**
 * The fields of two versions in the order of the form, then those that the form does not know (any more). Fields that
 * neither answers are left out.
 */
export function compareFields(
  { form, topics }: ComparedForm,
  left: Answers,
  right: Answers,
): readonly ComparedField[] {
  const known = new Map(form.fields.map((field) => [field.id, field]));
  const others = [...Object.keys(left), ...Object.keys(right)].map((id) => id as FieldId);
  return [...new Set([...known.keys(), ...others])].flatMap((id) => {
    const field = known.get(id);
    const one = inWords(left[id], field, topics);
    const other = inWords(right[id], field, topics);
    if (one === null && other === null) return [];
    const isForChairs = field === undefined || field.audience === 'chairs';
    return [{ id, label: field?.label ?? id, isForChairs, left: one, right: other, isSame: one === other }];
  });
}

function inWords(
  answer: Answer | undefined,
  field: FormField | undefined,
  topics: readonly Topic[],
): string | null {
  return answer === undefined ? null : answerText(answer, field, topics);
}

/** The two sides of a difference: the left one without what was added, the right one without what was removed. */
export function sidesOf(
  left: string,
  right: string,
): { readonly left: readonly TextChange[]; readonly right: readonly TextChange[] } {
  const changes = diffWords(left, right);
  return {
    left: changes.filter(({ kind }) => kind !== 'added'),
    right: changes.filter(({ kind }) => kind !== 'removed'),
  };
}
