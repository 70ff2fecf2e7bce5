import { useState, type ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { copyText } from './copy-text';
import styles from './review-form.module.css';
import { toReviewText } from './review-text';
import { useForm, useReview } from './session-context';

/** What cannot be missed: the last change is not on disk. It says why, and offers two ways out. */
export function SaveFailure(): ReactNode {
  const { session, venue, paper } = useForm();
  const error = useReview((state) => state.saving.error);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  if (error === null) return null;
  const copy = (): void => {
    const text = toReviewText(venue, paper, session.store.getState().answers);
    setCopied(copyText(text) ? 'yes' : 'failed');
  };
  return (
    <Banner
      tone="danger"
      title={`Not saved: ${error.message}`}
      action={
        <span className={styles['acts']}>
          <Button size="small" kind="primary" onPress={session.retry}>
            Try again
          </Button>
          <Button size="small" onPress={copy}>
            Copy my review as text
          </Button>
        </span>
      }
    >
      What you wrote is still here. Leave this window open until it is saved.
      {copied === 'yes' && ' Your review is on the clipboard: paste it somewhere safe.'}
      {copied === 'failed' && ' The clipboard took nothing: select the text in the fields and copy it.'}
    </Banner>
  );
}
