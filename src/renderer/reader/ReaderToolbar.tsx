import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  ChevronUp,
  PanelLeft,
  Search,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { runCommand } from '@renderer/ui/commands';
import { IconButton } from '@renderer/ui/IconButton';
import type { LucideIcon } from 'lucide-react';
import { MoreMenu } from './MoreMenu';
import { PageBox } from './PageBox';
import { goToTypedPage, toggleSidebar } from './reader-actions';
import { selectIsOpen, useReader, useReaderStore } from './reader-store';
import { shortcutOf } from './reader-shortcuts';
import type { ReaderCommandId } from './reader-shortcuts';
import styles from './reader-toolbar.module.css';
import { ViewMenu } from './ViewMenu';
import { ZoomMenu } from './ZoomMenu';

/** Props of {@link ReaderToolbar}. */
export interface ReaderToolbarProps {
  readonly pageBoxRef: Ref<HTMLInputElement>;
  /** The focus belongs to the pages again. */
  readonly onDone: () => void;
  /** Tools beside the zoom. */
  readonly middle?: ReactNode;
  readonly end: ReactNode;
}

/** The one line of controls over the pages. */
export function ReaderToolbar({ pageBoxRef, onDone, middle, end }: ReaderToolbarProps): ReactNode {
  const isOpen = useReader(selectIsOpen);
  const store = useReaderStore();
  const isSidebarShown = useReader((state) => state.sidebar !== 'none');
  const pageNumber = useReader((state) => state.pageNumber);
  const labels = useReader((state) => state.pageLabels);
  const pageCount = useReader((state) => state.pageCount);
  const canGoBack = useReader((state) => state.canGoBack);
  const canGoForward = useReader((state) => state.canGoForward);
  const isFindOpen = useReader((state) => state.isFindOpen);

  const button = (
    id: ReaderCommandId,
    label: string,
    icon: LucideIcon,
    isEnabled = true,
    isExpanded?: boolean,
  ): ReactNode => (
    <IconButton
      label={label}
      icon={icon}
      shortcut={shortcutOf(id)}
      isDisabled={!isOpen || !isEnabled}
      onPress={() => runCommand(id)}
      {...(isExpanded === undefined ? {} : { isExpanded })}
    />
  );

  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Paper">
      <div className={styles['group']}>
        <IconButton
          label="Outline and pages"
          icon={PanelLeft}
          shortcut={shortcutOf('reader.outline')}
          isDisabled={!isOpen}
          isExpanded={isSidebarShown}
          onPress={() => toggleSidebar(store)}
        />
      </div>
      <div className={styles['group']}>
        <div className={styles['group']} data-priority="middle">
          {button('reader.previousPage', 'Previous page', ChevronUp, pageNumber > 1)}
          {button('reader.nextPage', 'Next page', ChevronDown, pageNumber < pageCount)}
        </div>
        <PageBox
          ref={pageBoxRef}
          label="Page"
          isOpen={isOpen}
          pageNumber={pageNumber}
          pageCount={pageCount}
          labels={labels}
          onGo={(typed) => goToTypedPage(store, typed)}
          onDone={onDone}
        />
      </div>
      <div className={styles['group']} data-priority="low">
        {button('reader.back', 'Back', ArrowLeft, canGoBack)}
        {button('reader.forward', 'Forward', ArrowRight, canGoForward)}
      </div>
      <div className={styles['space']} />
      {middle != null && <div className={styles['group']}>{middle}</div>}
      <div className={styles['group']}>
        <div className={styles['group']} data-priority="lower">
          {button('reader.zoomOut', 'Zoom out', ZoomOut)}
        </div>
        <ZoomMenu />
        <div className={styles['group']} data-priority="lower">
          {button('reader.zoomIn', 'Zoom in', ZoomIn)}
        </div>
      </div>
      <div className={styles['group']}>
        {button('reader.find', 'Find in paper', Search, true, isFindOpen)}
        <ViewMenu />
        <MoreMenu />
      </div>
      {end != null && <div className={styles['group']}>{end}</div>}
    </div>
  );
}
