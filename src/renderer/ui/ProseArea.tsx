import { useEffect, useId, useRef, type ReactNode } from 'react';
import { loadEditorWhenIdle } from './editor/editor-loader';
import { ProseBox } from './editor/ProseBox';
import type { ProsePlace } from './editor/prose-box';
import { Field } from './Field';
import { describedBy, fieldIds, type FieldProps } from './field-props';
import styles from './prose-area.module.css';
import { findProse } from './prose-handle';

/** Props of {@link ProseArea}. */
export interface ProseAreaProps extends Omit<FieldProps, 'isDisabled'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines shown when it is empty (3 unless told); it grows with its text. */
  readonly minRows?: number;
  /** Whether undo and redo are the field's own (unless told), or are done by whoever holds the text. */
  readonly hasOwnUndo?: boolean;
  /** What stands beside the text where there is room, else below it. */
  readonly beside?: ReactNode;
}

/**
 * Several lines of Markdown. The browser's own field stands there until the editor is loaded; then the editor takes its
 * place with the caret where it was. Line ends are line feeds. From outside, use `findProse` on its text box.
 */
export function ProseArea({
  value,
  onChange,
  minRows = 3,
  hasOwnUndo = true,
  beside,
  ...props
}: ProseAreaProps): ReactNode {
  const ids = fieldIds(useId());
  const place = useRef<ProsePlace>(undefined);
  useEffect(loadEditorWhenIdle, []);
  const isPaired = beside !== undefined;
  return (
    <Field ids={ids} {...props} onLabelPress={() => findProse(document.getElementById(ids.control))?.focus()}>
      <div className={isPaired ? styles['room'] : undefined}>
        <div className={isPaired ? styles['pair'] : undefined}>
          <ProseBox
            ids={ids}
            value={value}
            onChange={onChange}
            minRows={minRows}
            hasOwnUndo={hasOwnUndo}
            place={place}
            describedBy={describedBy(ids, props)}
            isRequired={props.isRequired ?? false}
            isInvalid={props.error !== undefined}
          />
          {beside}
        </div>
      </div>
    </Field>
  );
}
