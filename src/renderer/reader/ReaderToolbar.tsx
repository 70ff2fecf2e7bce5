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
import { PageBox } from './PageBox';
import { selectIsOpen, useReader } from './reader-store';
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
  readonly end: ReactNode;
}

/** The one line of controls over the pages. */
export function ReaderToolbar({ pageBoxRef, onDone, end }: ReaderToolbarProps): ReactNode {
  const isOpen = useReader(selectIsOpen);
  const hasOutline = useReader((state) => (state.outline?.length ?? 0) > 0);
  const isOutlineShown = useReader((state) => state.sidebar === 'outline');
  const pageNumber = useReader((state) => state.pageNumber);
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
        {button(
          'reader.outline',
          hasOutline ? 'Outline' : 'Outline (this paper has none)',
          PanelLeft,
          hasOutline,
          isOutlineShown,
        )}
      </div>
      <div className={styles['group']}>
        {button('reader.previousPage', 'Previous page', ChevronUp, pageNumber > 1)}
        {button('reader.nextPage', 'Next page', ChevronDown, pageNumber < pageCount)}
        <PageBox ref={pageBoxRef} onDone={onDone} />
      </div>
      <div className={styles['group']} data-priority="low">
        {button('reader.back', 'Back', ArrowLeft, canGoBack)}
        {button('reader.forward', 'Forward', ArrowRight, canGoForward)}
      </div>
      <div className={styles['space']} />
      <div className={styles['group']}>
        {button('reader.zoomOut', 'Zoom out', ZoomOut)}
        <ZoomMenu />
        {button('reader.zoomIn', 'Zoom in', ZoomIn)}
      </div>
      <div className={styles['group']}>
        {button('reader.find', 'Find in paper', Search, true, isFindOpen)}
        <ViewMenu />
      </div>
      {end != null && <div className={styles['group']}>{end}</div>}
    </div>
  );
}
