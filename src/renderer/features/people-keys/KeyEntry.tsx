import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Button } from '@renderer/ui/Button';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import type { TrustedKey } from '@shared/contract/trust';
import { formatInstant } from '@shared/rules/deadlines';
import { Fingerprint } from '../common/Fingerprint';
import { reasonWords } from './key-words';
import styles from './people-keys.module.css';

/** Props of {@link KeyEntry}. */
export interface KeyEntryProps {
  /** Whose it is. */
  readonly name: string;
  readonly trusted: TrustedKey;
  readonly onRevoke: () => void;
}

/** One key of a person: its digits, why and since when it is believed, and the way to take it back. */
export function KeyEntry({ name, trusted, onRevoke }: KeyEntryProps): ReactNode {
  const { timeZone } = useClock();
  return (
    <div className={styles['key']} data-revoked={trusted.isRevoked || undefined}>
      <Fingerprint value={trusted.fingerprint} />
      <div className={styles['about']}>
        <p className={styles['quiet']}>
          {reasonWords[trusted.reason]} On record since {formatInstant(Date.parse(trusted.since), timeZone)}.
        </p>
        {trusted.isRevoked ? (
          <StatusBadge kind="problem">Revoked</StatusBadge>
        ) : (
          <Button size="small" ariaLabel={`Revoke this key of ${name}`} onPress={onRevoke}>
            Revoke...
          </Button>
        )}
      </div>
    </div>
  );
}
