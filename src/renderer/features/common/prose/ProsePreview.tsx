import { useId, type ReactNode } from 'react';
import { Field } from '@renderer/ui/Field';
import { fieldIds, type FieldProps } from '@renderer/ui/field-props';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import styles from './prose.module.css';

/** Props of {@link ProsePreview}. */
export interface ProsePreviewProps extends FieldProps {
  readonly text: string;
}

/** A field of prose as it will read. */
export function ProsePreview({ text, ...words }: ProsePreviewProps): ReactNode {
  const ids = fieldIds(useId());
  return (
    <Field ids={ids} isGroup {...words}>
      {/* Focusable, so that a long text can be scrolled and read by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" tabIndex={0} className={styles['preview']} aria-labelledby={ids.label}>
        {text.trim() === '' ? (
          <p className={styles['nothing']}>Nothing written yet.</p>
        ) : (
          <LazyMarkdown text={text} />
        )}
      </div>
    </Field>
  );
}
