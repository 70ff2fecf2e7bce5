import { FileText, Folder } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { request, toRequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { Field } from '@renderer/ui/Field';
import { fieldIds } from '@renderer/ui/field-props';
import type { ChosenFile, FilePurpose } from '@shared/contract/file';
import styles from './organizer.module.css';

/** Props of {@link FilePick}. */
export interface FilePickProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly purpose: FilePurpose;
  readonly file: ChosenFile | null;
  readonly onPick: (file: ChosenFile) => void;
  /** What is wrong with it, a line each. */
  readonly problems?: readonly string[] | undefined;
  readonly isDisabled: boolean;
}

/** A file or folder that the system's dialog chooses, with what is wrong with it. */
export function FilePick({ label, description, purpose, file, onPick, ...props }: FilePickProps): ReactNode {
  const ids = fieldIds(useId());
  const [refusal, setRefusal] = useState<string | null>(null);
  const Icon = purpose === 'pdf-folder' ? Folder : FileText;
  const problems = refusal === null ? (props.problems ?? []) : [refusal];
  const choose = async (): Promise<void> => {
    setRefusal(null);
    try {
      const [chosen] = await request('file.choose', { purpose, suggestedName: null });
      if (chosen !== undefined) onPick(chosen);
    } catch (thrown) {
      setRefusal(toRequestError(thrown).message);
    }
  };
  return (
    <Field
      ids={ids}
      isGroup
      label={label}
      {...(description === undefined ? {} : { description })}
      error={
        problems.length === 1 ? problems[0] : problems.length > 1 ? `${problems.length} problems` : undefined
      }
    >
      <div role="group" aria-labelledby={ids.label} aria-describedby={ids.error} className={styles['pick']}>
        <Button
          onPress={() => void choose()}
          isDisabled={props.isDisabled}
          ariaLabel={`Choose ${label.toLowerCase()}`}
        >
          Choose…
        </Button>
        <span className={styles['file']} data-chosen={file !== null || undefined}>
          {file !== null && <Icon aria-hidden />}
          {file?.name ?? 'Nothing chosen'}
        </span>
      </div>
      {problems.length > 1 && (
        <div id={ids.error} className={styles['problems']}>
          {problems.length} problems
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  );
}
