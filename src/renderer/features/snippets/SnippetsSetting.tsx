import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import styles from './snippets.module.css';
import { manageSnippets } from './snippets-state';

/** Props of {@link SnippetsSetting}. */
export interface SnippetsSettingProps {
  /** Closes the settings, over which the snippets would lie. */
  readonly onLeave: () => void;
}

/** The way from the settings to my snippets. */
export function SnippetsSetting({ onLeave }: SnippetsSettingProps): ReactNode {
  return (
    <div className={styles['setting']}>
      <span className={styles['label']}>Snippets</span>
      <Button
        onPress={() => {
          onLeave();
          manageSnippets();
        }}
      >
        Change my snippets
      </Button>
      <p className={styles['quiet']}>Words of your own for reuse in reviews. They stay on this computer.</p>
    </div>
  );
}
