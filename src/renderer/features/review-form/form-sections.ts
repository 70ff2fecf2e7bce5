import type { FormField, ReviewForm } from '@shared/model/form';
import type { FieldId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { findShortcomings, type Shortcoming } from '@shared/rules/review-completeness';

/** A part of the form on screen. */
export interface FormSection {
  readonly id: 'assessment' | 'review' | 'chairs';
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** The fields of a form by section, each in the order of the form; sections without fields are left out. */
export function toSections(form: ReviewForm): readonly FormSection[] {
  const forAll = form.fields.filter((field) => field.audience === 'authors');
  const sections: readonly FormSection[] = [
    { id: 'assessment', title: 'Assessment', fields: forAll.filter((field) => field.kind !== 'text') },
    { id: 'review', title: 'Review', fields: forAll.filter((field) => field.kind === 'text') },
    {
      id: 'chairs',
      title: 'For chairs only',
      fields: form.fields.filter((field) => field.audience === 'chairs'),
    },
  ];
  return sections.filter((section) => section.fields.length > 0);
}

/** The fields in the order in which they are on screen. */
export function fieldOrder(form: ReviewForm): readonly FieldId[] {
  return toSections(form).flatMap((section) => section.fields.map((field) => field.id));
}

/** What a review still lacks, from the top of the screen to its bottom. */
export function shortcomingsOnScreen(form: ReviewForm, answers: Answers): readonly Shortcoming[] {
  const order = fieldOrder(form);
  return findShortcomings(form, answers).toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
