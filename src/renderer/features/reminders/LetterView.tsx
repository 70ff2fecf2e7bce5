import { ClipboardCopy } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { toast } from '@renderer/ui/toasts';
import type { OwingReviewer } from '@shared/contract/owed';
import { copyText } from '../common/copy-text';
import { toLetterText } from './owed-words';
import styles from './reminders.module.css';

/** The letter to one reviewer, to be read and copied. */
export function LetterView({ owing }: { readonly owing: OwingReviewer }): ReactNode {
  const { name, email, letter } = owing;
  const copy = (): void => {
    toast(
      copyText(toLetterText(owing))
        ? { title: `Copied the letter to ${name}`, tone: 'success' }
        : { title: 'The letter was not copied', tone: 'danger' },
    );
  };
  return (
    <section className={styles['letter']} aria-label={`Letter to ${name}`}>
      <div className={styles['head']}>
        <dl className={styles['facts']}>
          <dt>To</dt>
          <dd>
            {name} &lt;{email}&gt;
          </dd>
          <dt>Subject</dt>
          <dd>{letter.subject}</dd>
        </dl>
        <Button size="small" icon={ClipboardCopy} onPress={copy}>
          Copy letter
        </Button>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['text']} tabIndex={0} role="group" aria-label="Text of the letter">
        {letter.text}
      </div>
    </section>
  );
}
