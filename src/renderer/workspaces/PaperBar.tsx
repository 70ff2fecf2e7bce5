import {
  ChevronLeft,
  ChevronRight,
  Columns2,
  Ellipsis,
  FileText,
  List,
  PanelLeftOpen,
  SquarePen,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { runCommand } from '@renderer/ui/commands';
import { IconButton } from '@renderer/ui/IconButton';
import { MenuButton } from '@renderer/ui/MenuButton';
import type { MenuAction } from '@renderer/ui/menu-item';
import { Segmented } from '@renderer/ui/Segmented';
import type { PaperNumber } from '@shared/model/ids';
import { DeskBar } from './DeskBar';
import type { DeskMode } from './paper-look';
import styles from './workspaces.module.css';

/** Props of {@link PaperBar}. */
export interface PaperBarProps {
  readonly number: PaperNumber;
  readonly title: string;
  /** What is shown, and how to change it; left out where page and reviews always stand together. */
  readonly mode?: DeskMode;
  readonly onModeChange?: (mode: DeskMode) => void;
  /** What stands beside the page: "form", "reviews". */
  readonly besideName?: string;
  /** Unfolds the list of papers; null where it is open or there is none. */
  readonly onShowList?: (() => void) | null;
  /** What can be done with the paper as a whole; without any there is no menu. */
  readonly menu?: readonly MenuAction[];
  /** Back to all papers. */
  readonly onClose: () => void;
}

/** In the top bar: which paper is open, the way to its neighbours and back, and what of it is shown. */
export function PaperBar({
  number,
  title,
  mode,
  onModeChange,
  besideName = 'form',
  ...props
}: PaperBarProps): ReactNode {
  return (
    <DeskBar>
      {props.onShowList != null && (
        <IconButton
          label="Show the paper list"
          icon={PanelLeftOpen}
          size="small"
          shortcut="Mod+B"
          onPress={props.onShowList}
        />
      )}
      <Button size="small" kind="quiet" icon={List} onPress={props.onClose}>
        All papers
      </Button>
      <IconButton
        label="Previous paper"
        icon={ChevronLeft}
        size="small"
        shortcut="Alt+ArrowUp"
        onPress={() => runCommand('go.previousPaper')}
      />
      <IconButton
        label="Next paper"
        icon={ChevronRight}
        size="small"
        shortcut="Alt+ArrowDown"
        onPress={() => runCommand('go.nextPaper')}
      />
      <h1 className={styles['paperTitle']} title={title}>
        <span className={mode === 'page' ? undefined : styles['unseen']}>
          <span className={styles['number']}>#{number}</span> {title}
        </span>
      </h1>
      {props.menu !== undefined && props.menu.length > 0 && (
        <MenuButton label="About this paper" icon={Ellipsis} size="small" items={props.menu} />
      )}
      {mode !== undefined && onModeChange !== undefined && (
        <Segmented
          label="What is shown"
          size="small"
          value={mode}
          onChange={onModeChange}
          options={[
            { id: 'page', label: 'Page only', icon: FileText, shortcut: 'Mod+Alt+P' },
            { id: 'both', label: `Page and ${besideName}`, icon: Columns2 },
            {
              id: 'form',
              label: `${besideName[0]?.toUpperCase()}${besideName.slice(1)} only`,
              icon: SquarePen,
              shortcut: 'Mod+Alt+F',
            },
          ]}
        />
      )}
    </DeskBar>
  );
}
