import { useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { HeldBundle, ImportRow } from '@shared/contract/bundle';
import type { VenueId } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { formatCount } from '../common/format';
import { RequestErrorState } from '../common/RequestErrorState';
import { describeHeld } from './bundle-words';
import { ReportRow } from './ReportRow';
import styles from './bundle-import.module.css';

/** Props of {@link HeldSheet}. */
export interface HeldSheetProps {
  readonly venue: VenueId;
  readonly onClose: () => void;
}

/** The bundles of a venue that wait until a person accepts or refuses their signer. */
export function HeldSheet({ venue, onClose }: HeldSheetProps): ReactNode {
  const held = useQuery('bundle.listHeld', { venue });
  // A row stays after it was settled, to say what became of it, although main no longer lists it.
  const [seen, setSeen] = useState<readonly ImportRow[]>([]);
  const listed = (held.data ?? []).map(toRow);
  const fresh = listed.filter((row) => !seen.some((known) => known.bundle === row.bundle));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return (
    <Dialog
      isOpen
      size="large"
      title="Bundles that wait for you"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      {held.isLoading && <SkeletonRows label="Loading held bundles" rowHeightRem={4} count={2} />}
      {held.error !== null && (
        <RequestErrorState
          what="The held bundles could not be read"
          error={held.error}
          onRetry={held.refetch}
        />
      )}
      {held.data !== undefined && seen.length === 0 && (
        <EmptyState title="No bundle is held">
          Every bundle that came in was signed with a known key.
        </EmptyState>
      )}
      <ul className={styles['report']} aria-label={formatCount(seen.length, 'held bundle')}>
        {seen.map((row) => (
          <ReportRow key={row.bundle} row={row} venue={venue} />
        ))}
      </ul>
    </Dialog>
  );
}

function toRow(held: HeldBundle): ImportRow {
  return {
    fileName: held.fileName,
    venue: null,
    kind: held.kind,
    outcome: 'held',
    sentence: describeHeld(held),
    error: null,
    bundle: held.bundle,
    author: held.author,
    papers: held.papers,
    isLate: false,
  };
}
