import type { ReactNode } from 'react';
import type { ErrorReport } from '@shared/contract/errors';
import { Banner } from '@renderer/ui/Banner';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { refusalTitle, remedyOf } from './bundle-words';
import styles from './bundle-import.module.css';

/** Props of {@link Refusal}. */
export interface RefusalProps {
  readonly error: ErrorReport;
  readonly fileName: string | null;
}

/** Why a bundle was not opened: the sentence, the rule and the place inside the file, and what to do. */
export function Refusal({ error, fileName }: RefusalProps): ReactNode {
  const remedy = remedyOf(error.code);
  const isOwnAct = error.code === 'CANCELLED';
  return (
    <div className={styles['stack']}>
      <Banner tone={isOwnAct ? 'info' : 'danger'} title={refusalTitle(error.code)}>
        {error.message}
      </Banner>
      {!isOwnAct && (
        <DescriptionList
          items={[
            ...(fileName === null ? [] : [{ term: 'File', value: fileName }]),
            ...(remedy === null ? [] : [{ term: 'What to do', value: remedy }]),
            { term: 'Rule', value: <code className={styles['rule']}>{error.detail ?? error.code}</code> },
            { term: 'Changed here', value: 'Nothing. The file itself was not touched either.' },
          ]}
        />
      )}
    </div>
  );
}
