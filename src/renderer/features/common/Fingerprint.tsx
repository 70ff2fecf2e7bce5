import type { ReactNode } from 'react';
import type { Fingerprint as FingerprintText } from '@shared/model/ids';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import styles from './fingerprint.module.css';

/** A signing key's fingerprint: eight groups of digits to read aloud, and all of it in hexadecimal, to be copied. */
export function Fingerprint({ value }: { readonly value: FingerprintText }): ReactNode {
  return (
    <div role="group" aria-label="Fingerprint of the signing key" className={styles['fingerprint']}>
      <div className={styles['spoken']}>
        {formatSpoken(value)
          .split(' ')
          .map((digits, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two groups may read the same
            <span key={index}>{digits} </span>
          ))}
      </div>
      <code className={styles['full']}>{value}</code>
    </div>
  );
}
