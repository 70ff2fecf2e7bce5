import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Button } from '@renderer/ui/Button';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import type { TrustedKey } from '@shared/contract/trust';
import { formatInstant } from '@shared/rules/deadlines';
import { Fingerprint } from '../common/Fingerprint';
import { useFocusOnceGone } from '../common/use-focus-once-gone';
import { reasonWords } from './key-words';
import styles from './people-keys.module.css';

/** Props of {@link KeyEntry}. */
export interface KeyEntryProps {
  /** Whose it is. */
  readonly name: string;
  readonly trusted: TrustedKey;
  /** Whether it is being asked about: "Revoke this key?" */
  readonly isAsked: boolean;
  readonly onRevoke: () => void;
}

/** One key of a person: its digits, why and since when it is believed, and the way to take it back. */
export function KeyEntry({ name, trusted, isAsked, onRevoke }: KeyEntryProps): ReactNode {
  const { timeZone } = useClock();
  const entry = useFocusOnceGone<HTMLDivElement>(trusted.isRevoked, isAsked);
  return (
    <div ref={entry} tabIndex={-1} className={styles['key']}>
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
