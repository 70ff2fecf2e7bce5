import type { ReactNode } from 'react';
import type { ErrorReport } from '@shared/contract/errors';
import { Banner } from '@renderer/ui/Banner';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { refusalTitle } from './bundle-words';
import styles from './bundle-import.module.css';

/** Props of {@link Refusal}. */
export interface RefusalProps {
  readonly error: ErrorReport;
  readonly fileName: string | null;
}

/** Why a bundle was not opened: the sentence with what to do, and the rule and the place inside the file. */
export function Refusal({ error, fileName }: RefusalProps): ReactNode {
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
            { term: 'Rule', value: <code className={styles['rule']}>{error.detail ?? error.code}</code> },
            { term: 'Changed', value: 'Nothing: neither your papers and reviews nor the file.' },
          ]}
        />
      )}
    </div>
  );
}
