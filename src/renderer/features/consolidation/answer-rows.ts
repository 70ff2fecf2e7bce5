import type { ReceivedVersion } from '@shared/contract/consolidation';
import type { FormField, ReviewForm } from '@shared/model/form';
import type { FieldId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';

/** One field of a received review, with its answer in each version. */
export interface AnswerRow {
  readonly id: FieldId;
  readonly label: string;
  readonly isForChairs: boolean;
  /** The field as the venue's form has it now; null for a field of another version of the form. */
  readonly field: FormField | null;
  /** One a version, in their order; null where the version does not answer. */
  readonly answers: readonly (Answer | null)[];
  /** Whether the versions differ here. */
  readonly isDifferent: boolean;
}

/**
 * The answers of a review by the order of the form: ratings and other short answers first, then prose, then what is for
 * chairs only, then what the form does not know (any more). Fields that no version answers are left out.
 */
export function toAnswerRows(form: ReviewForm, versions: readonly ReceivedVersion[]): readonly AnswerRow[] {
  const known = new Map(form.fields.map((field) => [field.id, field]));
  const others = versions
    .flatMap(({ answers }) => Object.keys(answers) as FieldId[])
    .filter((id) => !known.has(id));
  return [...known.keys(), ...new Set(others)]
    .flatMap((id) => {
      const answers = versions.map((version) => version.answers[id] ?? null);
      if (answers.every((answer) => answer === null)) return [];
      const field = known.get(id) ?? null;
      const isDifferent = new Set(answers.map((answer) => JSON.stringify(answer))).size > 1;
      const isForChairs = field === null || field.audience === 'chairs';
      return [{ id, label: field?.label ?? id, isForChairs, field, answers, isDifferent }];
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

function rank(row: AnswerRow): number {
  if (row.field === null) return 3;
  if (row.isForChairs) return 2;
  return row.field.kind === 'text' ? 1 : 0;
}
