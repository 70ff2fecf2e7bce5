import type { ReactNode } from 'react';
import { Segmented } from '@renderer/ui/Segmented';
import { OutlinePanel } from './OutlinePanel';
import { showSidebar } from './reader-actions';
import { useReader, useReaderStore } from './reader-store';
import styles from './sidebar.module.css';
import { ThumbnailsPanel } from './ThumbnailsPanel';

/** Props of {@link Sidebar}. */
export interface SidebarProps {
  readonly onExternalLink: (url: string) => void;
  /** What stands here as "Notes"; without it there is no such panel. */
  readonly notes: ReactNode;
}

const PANELS = [
  { id: 'outline', label: 'Outline' },
  { id: 'pages', label: 'Pages' },
] as const;

const NOTES = { id: 'notes', label: 'Notes' } as const;

/** What stands beside the pages: the paper's outline, or its pages in small. */
export function Sidebar({ onExternalLink, notes }: SidebarProps): ReactNode {
  const store = useReaderStore();
  const kept = useReader((state) => state.sidebar);
  const sidebar = kept === 'notes' && notes == null ? 'outline' : kept;
  const isFailed = useReader((state) => state.status === 'failed' || state.status === 'password');
  if (sidebar === 'none' || isFailed) return null;
  return (
    <nav className={styles['sidebar']} aria-label="Outline and pages" data-reader-sidebar>
      <div className={styles['head']}>
        <Segmented
          label="Beside the pages"
          size="small"
          options={notes == null ? PANELS : [...PANELS, NOTES]}
          value={sidebar}
          onChange={(next) => showSidebar(store, next)}
        />
      </div>
      <div className={styles['content']}>
        {sidebar === 'outline' && <OutlinePanel onExternalLink={onExternalLink} />}
        {sidebar === 'pages' && <ThumbnailsPanel />}
        {sidebar === 'notes' && notes}
      </div>
    </nav>
  );
}
