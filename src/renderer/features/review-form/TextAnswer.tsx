import { memo, useMemo, type ReactNode } from 'react';
import type { TextField } from '@shared/model/form';
import { ProseEditor } from '../common/prose/ProseEditor';
import { ProsePreview } from '../common/prose/ProsePreview';
import { proseOf, toTextAnswer } from './answer-values';
import { AnswerWords } from './AnswerWords';
import { useForm, useReview } from './session-context';
import { TextActs } from './TextActs';

/** Props of {@link TextAnswer}. */
export interface TextAnswerProps {
  readonly field: TextField;
  readonly error: string | undefined;
}

/** Prose in Markdown, with its word count and a view of how it will read. */
export const TextAnswer = memo(function TextAnswer({ field, error }: TextAnswerProps): ReactNode {
  const { session, isReadOnly } = useForm();
  const text = useReview((state) => proseOf(state.answers[field.id]));
  const isPreviewing = useReview((state) => state.previewing.has(field.id)) || isReadOnly;
  const isEmpty = text === '';
  // The same elements at each key, so that React leaves the head of the field alone.
  const count = useMemo(() => <AnswerWords field={field} />, [field]);
  const aside = useMemo(() => <TextActs field={field} isEmpty={isEmpty} />, [field, isEmpty]);

  const words = {
    label: field.label,
    isRequired: field.isRequired,
    error,
    ...(field.help === '' ? {} : { description: field.help }),
    count,
    aside,
  };

  if (isPreviewing) return <ProsePreview {...words} text={text} />;
  return (
    <ProseEditor
      {...words}
      value={text}
      minRows={field.isRequired ? 5 : 3}
      hasOwnUndo={false}
      onChange={(next) => session.edit(field.id, toTextAnswer(next))}
    />
  );
});
