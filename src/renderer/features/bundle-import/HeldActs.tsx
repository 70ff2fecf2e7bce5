import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import type { ImportRow } from '@shared/contract/bundle';
import type { BundleId, VenueId } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { Fingerprint } from '../common/Fingerprint';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { explainStanding } from './bundle-words';
import styles from './bundle-import.module.css';

/** Props of {@link HeldActs}. */
export interface HeldActsProps {
  readonly venue: VenueId;
  readonly bundle: BundleId;
  readonly row: ImportRow;
  /** The signer was accepted or refused: what became of the file. */
  readonly onSettled: (row: ImportRow) => void;
}

/** The decision about the signer of a held bundle, with what is needed to make it. */
export function HeldActs({ venue, bundle, row, onSettled }: HeldActsProps): ReactNode {
  const held = useQuery('bundle.listHeld', { venue }).data?.find((one) => one.bundle === bundle);
  // A word on the signer would not bring it in; it may come in by itself, or be let go.
  const isWaiting = held !== undefined && held.obstacle !== null;
  const [pending, setPending] = useState<'accept' | 'refuse' | null>(null);
  const [error, setError] = useState<RequestError | null>(null);

  const settle = async (act: 'accept' | 'refuse'): Promise<void> => {
    setPending(act);
    setError(null);
    try {
      if (act === 'accept') {
        onSettled(await request('bundle.acceptHeld', { venue, bundle }));
      } else {
        await request('bundle.refuseHeld', { venue, bundle });
        const sentence = isWaiting
          ? 'You let it go. Nothing of it was imported; the file was not touched.'
          : 'You refused its signer. Nothing of it was imported; the file was not touched.';
        onSettled({ ...row, outcome: 'refused', sentence, bundle: null });
      }
    } catch (thrown) {
      setError(toRequestError(thrown));
    } finally {
      setPending(null);
    }
  };

  return (
    <div className={styles['held']}>
      {held !== undefined && !isWaiting && (
        <>
          <p className={styles['quiet']}>{explainStanding(held.standing, held.author)}</p>
          <Fingerprint value={held.fingerprint} />
        </>
      )}
      {error !== null && <RequestErrorBanner title="Not decided" error={error} />}
      <div className={styles['acts']}>
        {!isWaiting && (
          <Button
            size="small"
            onPress={() => void settle('accept')}
            isPending={pending === 'accept'}
            ariaLabel={`Accept signer of ${row.fileName} and import it`}
          >
            Accept signer
          </Button>
        )}
        <Button
          size="small"
          kind="quiet"
          onPress={() => void settle('refuse')}
          isPending={pending === 'refuse'}
          ariaLabel={isWaiting ? `Let go of ${row.fileName}` : `Refuse the signer of ${row.fileName}`}
        >
          {isWaiting ? 'Let go' : 'Refuse'}
        </Button>
      </div>
    </div>
  );
}
