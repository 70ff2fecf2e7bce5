import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import type { PersonKeys, TrustedKey } from '@shared/contract/trust';
import type { VenueId } from '@shared/model/ids';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { ConfirmDialog } from '@renderer/ui/ConfirmDialog';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './people-keys.module.css';

/** Props of {@link RevokeDialog}. */
export interface RevokeDialogProps {
  readonly venue: VenueId;
  readonly person: PersonKeys;
  readonly trusted: TrustedKey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks once more before a key is taken back, and says what that does and what it does not. */
export function RevokeDialog({ venue, person, trusted, isOpen, onClose }: RevokeDialogProps): ReactNode {
  const [error, setError] = useState<RequestError | null>(null);
  const [isPending, setPending] = useState(false);
  const revoke = async (): Promise<void> => {
    setPending(true);
    setError(null);
    try {
      await request('trust.revoke', { venue, person: person.person, fingerprint: trusted.fingerprint });
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
    } finally {
      setPending(false);
    }
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={`Revoke this key of ${person.name}?`}
      confirmLabel="Revoke the key"
      isDangerous
      isPending={isPending}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      <div className={styles['stack']}>
        {error !== null && <RequestErrorBanner title="Not revoked" error={error} />}
        <p className={styles['digits']}>{formatSpoken(trusted.fingerprint)}</p>
        <p>
          Do this when the key is lost, or somebody else may have it. Whatever it signs from now on is refused
          on this computer; where an organizer revokes it, the next assignment bundles tell the others too.
          What came in before stays. It cannot be undone.
        </p>
        <p>
          {person.name} goes on with a new key: ask them to make one, or restore another, and to export again.
        </p>
      </div>
    </ConfirmDialog>
  );
}
