import { memo, useDeferredValue, type ReactNode } from 'react';
import type { TextField } from '@shared/model/form';
import { ProseEditor } from '../common/prose/ProseEditor';
import { ProsePreview } from '../common/prose/ProsePreview';
import { proseOf, toTextAnswer } from './answer-values';
import { useForm, useReview } from './session-context';
import { TextActs } from './TextActs';
import { WordCount } from './WordCount';

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
  const counted = useDeferredValue(text);

  const words = {
    label: field.label,
    isRequired: field.isRequired,
    error,
    ...(field.help === '' ? {} : { description: field.help }),
    count: <WordCount text={counted} minWords={field.minWords} maxWords={field.maxWords} />,
    aside: <TextActs field={field} isEmpty={text === ''} />,
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
