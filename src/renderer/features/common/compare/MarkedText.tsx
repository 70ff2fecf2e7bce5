import type { ReactNode } from 'react';
import type { TextChange } from '@shared/rules/word-diff';
import { VisuallyHidden } from '@renderer/ui/VisuallyHidden';
import styles from './compare.module.css';

/** A text with what only it says marked: by a line and a tint for the eye, in words for the ear. */
export function MarkedText({ changes }: { readonly changes: readonly TextChange[] }): ReactNode {
  return (
    <p className={styles['text']}>
      {changes.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={index} className={styles[kind]}>
            <VisuallyHidden>({kind}: </VisuallyHidden>
            {text}
            <VisuallyHidden>)</VisuallyHidden>
          </Mark>
        );
      })}
    </p>
  );
}
