import type { ReactNode } from 'react';
import { formatCount } from '../format';
import type { ComparedField } from './compared-fields';
import styles from './compare.module.css';

/** The fields in which two versions say the same, folded away until somebody asks. */
export function SameFields({ fields }: { readonly fields: readonly ComparedField[] }): ReactNode {
  if (fields.length === 0) return null;
  return (
    <details className={styles['same']}>
      <summary>{formatCount(fields.length, 'field is', 'fields are')} the same</summary>
      <dl className={styles['sameList']}>
        {fields.map((field) => (
          <div key={field.id}>
            <dt className={styles['label']}>{field.label}</dt>
            <dd className={styles['text']}>{field.left}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
