import { memo, useDeferredValue, type ReactNode } from 'react';
import { ProseArea } from '@renderer/ui/ProseArea';
import type { TextField } from '@shared/model/form';
import { ProsePreview } from '../common/prose/ProsePreview';
import { proseOf, toTextAnswer } from './answer-values';
import styles from './fields.module.css';
import { PreviewToggle } from './PreviewToggle';
import { useForm, useReview } from './session-context';
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
    aside: (
      <span className={styles['aside']}>
        <WordCount text={counted} minWords={field.minWords} maxWords={field.maxWords} />
        {!isReadOnly && <PreviewToggle field={field.id} label={field.label} />}
      </span>
    ),
  };

  if (isPreviewing) return <ProsePreview {...words} text={text} />;
  return (
    <ProseArea
      {...words}
      value={text}
      minRows={field.isRequired ? 5 : 3}
      hasOwnUndo={false}
      onChange={(next) => session.edit(field.id, toTextAnswer(next))}
    />
  );
});
