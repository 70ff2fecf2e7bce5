import type { ReactNode } from 'react';
import { Segmented } from '@renderer/ui/Segmented';
import type { FormDifference } from '@shared/contract/offline-form';
import styles from './other-systems.module.css';

/** Which of two answers stands: mine, the file's, or (of texts) both, the file's below mine. */
export type Take = 'mine' | 'theirs' | 'both';

/** What is taken unless a person says otherwise: what is only in the file; of two, mine stays. */
export function takeAtFirst({ mine }: FormDifference): Take {
  return mine === null ? 'theirs' : 'mine';
}

/** Props of {@link DifferenceRow}. */
export interface DifferenceRowProps {
  readonly difference: FormDifference;
  readonly take: Take;
  readonly onTake: (take: Take) => void;
}

/** One answer, mine and the file's side by side. */
export function DifferenceRow({ difference, take, onTake }: DifferenceRowProps): ReactNode {
  const { paper, label, mine, theirs, isText } = difference;
  const canHaveBoth = isText && mine !== null && theirs !== null;
  return (
    <section className={styles['difference']} aria-label={`#${paper} ${label}`}>
      <h3 className={styles['sideName']}>
        #{paper} {label}
      </h3>
      <div className={styles['sides']}>
        <Side name="Yours" text={mine} />
        <Side name="In the file" text={theirs} />
      </div>
      <Segmented<Take>
        label={`What stands for ${label}`}
        size="small"
        value={take}
        onChange={onTake}
        options={[
          { id: 'mine', label: 'Keep yours' },
          { id: 'theirs', label: theirs === null ? 'Clear it' : 'Take the file’s' },
          ...(canHaveBoth ? [{ id: 'both' as const, label: 'Keep both' }] : []),
        ]}
      />
    </section>
  );
}

function Side({ name, text }: { readonly name: string; readonly text: string | null }): ReactNode {
  return (
    <div>
      <div className={styles['quiet']}>{name}</div>
      {/* Focusable, so that a long text can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-label={name} tabIndex={0} className={styles['side']}>
        {text ?? 'No answer'}
      </div>
    </div>
  );
}
