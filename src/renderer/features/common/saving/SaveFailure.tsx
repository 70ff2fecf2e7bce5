import { useState, type ReactNode } from 'react';
import type { RequestError } from '@renderer/bridge/client';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { copyText } from '../copy-text';
import styles from './saving.module.css';

/** Props of {@link SaveFailure}. */
export interface SaveFailureProps {
  /** Why the newest change is not on disk. */
  readonly error: RequestError;
  readonly retry: () => void;
  /** What is being written: "review". */
  readonly noun: string;
  /** All of it as plain text, to be carried away. */
  readonly toText: () => string;
}

/** What cannot be missed: the last change is not on disk. It says why, and offers two ways out. */
export function SaveFailure({ error, retry, noun, toText }: SaveFailureProps): ReactNode {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  return (
    <Banner
      tone="danger"
      title={`Not saved: ${error.message}`}
      action={
        <span className={styles['acts']}>
          <Button size="small" kind="primary" onPress={retry}>
            Try again
          </Button>
          <Button size="small" onPress={() => setCopied(copyText(toText()) ? 'yes' : 'failed')}>
            Copy my {noun} as text
          </Button>
        </span>
      }
    >
      What you wrote is still here. Leave this window open until it is saved.
      {copied === 'yes' && ` Your ${noun} is on the clipboard: paste it somewhere safe.`}
      {copied === 'failed' && ' The clipboard took nothing: select the text in the fields and copy it.'}
    </Banner>
  );
}
