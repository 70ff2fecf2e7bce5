import { useId, useState, type ReactNode } from 'react';
import { request, toRequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { Field } from '@renderer/ui/Field';
import { fieldIds } from '@renderer/ui/field-props';
import type { ChosenFile, FilePurpose } from '@shared/contract/file';
import styles from './other-systems.module.css';

/** Props of {@link FilesPick}. */
export interface FilesPickProps {
  readonly label: string;
  readonly description?: string;
  /** One button each. */
  readonly choices: readonly { readonly purpose: FilePurpose; readonly title: string }[];
  readonly files: readonly ChosenFile[];
  readonly onPick: (files: readonly ChosenFile[]) => void;
  readonly error?: string | undefined;
  readonly isDisabled: boolean;
  readonly autoFocus?: boolean;
}

/** Files or folders that the system's dialog chooses. */
export function FilesPick({ label, choices, files, onPick, ...props }: FilesPickProps): ReactNode {
  const ids = fieldIds(useId());
  const [refusal, setRefusal] = useState<string | null>(null);
  const error = refusal ?? props.error;
  const choose = async (purpose: FilePurpose): Promise<void> => {
    setRefusal(null);
    try {
      const chosen = await request('file.choose', { purpose, suggestedName: null });
      if (chosen.length > 0) onPick(chosen);
    } catch (thrown) {
      setRefusal(toRequestError(thrown).message);
    }
  };
  const [first, ...more] = files;
  return (
    <Field
      ids={ids}
      isGroup
      label={label}
      {...(props.description === undefined ? {} : { description: props.description })}
      error={error}
    >
      <div role="group" aria-labelledby={ids.label} className={styles['pick']}>
        {choices.map(({ purpose, title }, index) => (
          <Button
            key={purpose}
            onPress={() => void choose(purpose)}
            isDisabled={props.isDisabled}
            autoFocus={props.autoFocus === true && index === 0}
          >
            {title}
          </Button>
        ))}
        <span className={styles['quiet']}>
          {first === undefined
            ? 'Nothing chosen'
            : `${first.name}${more.length === 0 ? '' : ` and ${more.length} more`}`}
        </span>
      </div>
    </Field>
  );
}
