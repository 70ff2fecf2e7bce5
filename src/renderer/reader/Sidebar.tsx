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
}

const PANELS = [
  { id: 'outline', label: 'Outline' },
  { id: 'pages', label: 'Pages' },
] as const;

/** What stands beside the pages: the paper's outline, or its pages in small. */
export function Sidebar({ onExternalLink }: SidebarProps): ReactNode {
  const store = useReaderStore();
  const sidebar = useReader((state) => state.sidebar);
  const isFailed = useReader((state) => state.status === 'failed' || state.status === 'password');
  if (sidebar === 'none' || isFailed) return null;
  return (
    <nav className={styles['sidebar']} aria-label="Outline and pages" data-reader-sidebar>
      <div className={styles['head']}>
        <Segmented
          label="Beside the pages"
          size="small"
          options={PANELS}
          value={sidebar}
          onChange={(next) => showSidebar(store, next)}
        />
      </div>
      <div className={styles['content']}>
        {sidebar === 'outline' ? <OutlinePanel onExternalLink={onExternalLink} /> : <ThumbnailsPanel />}
      </div>
    </nav>
  );
}
