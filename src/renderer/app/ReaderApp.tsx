import { useEffect, type ReactNode } from 'react';
import { onTopic } from '@renderer/bridge/client';
import { UnsavedWork } from '@renderer/features/common/saving/UnsavedWork';
import { runCommand } from '@renderer/ui/commands';
import { UiRoot } from '@renderer/ui/UiRoot';
import { ReaderWindow } from '@renderer/workspaces/ReaderWindow';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './frame.module.css';
import { useLooks } from './use-looks';

/** The reader's own window: the paper, and what every window has around it. */
export function ReaderApp(): ReactNode {
  useLooks();
  useEffect(() => onTopic('command.chosen', ({ command }) => void runCommand(command)), []);
  return (
    <UiRoot>
      <ErrorBoundary what="The window" resetKey="window">
        <div className={styles['frame']}>
          <UnsavedWork />
          <div className={styles['content']}>
            <ReaderWindow />
          </div>
        </div>
      </ErrorBoundary>
    </UiRoot>
  );
}
