import type { ReactNode } from 'react';
import { VenueSetUp } from '@renderer/features/organizer';
import type { VenueId } from '@shared/model/ids';
import { useWindowTitle } from './use-window-title';
import styles from './workspaces.module.css';

/** Props of {@link SetUp}. */
export interface SetUpProps {
  readonly onCreated: (venue: VenueId) => void;
  readonly onCancel: () => void;
}

/** An organizer's first steps. */
export function SetUp({ onCreated, onCancel }: SetUpProps): ReactNode {
  useWindowTitle(['Set up a venue']);
  return (
    <main className={styles['page']} data-pane="page">
      <VenueSetUp onCreated={onCreated} onCancel={onCancel} />
    </main>
  );
}
