import type { ReactNode } from 'react';
import { Badge } from '@renderer/ui/Badge';
import { Banner } from '@renderer/ui/Banner';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import type { KeyInfo } from '@shared/contract/key';
import { Fingerprint } from '../common/Fingerprint';
import { keepingWords } from './key-words';
import styles from './signing-key.module.css';

/** What is known of the signing key: its fingerprint, how it is kept, what is wrong with it. */
export function KeyFacts({ info }: { readonly info: KeyInfo }): ReactNode {
  const { state, fingerprint, keeping, hasKeychain, problem } = info;
  if (state === 'none') {
    const where = hasKeychain ? 'The system keychain will keep it.' : 'You are asked then how it is kept.';
    return <p className={styles['quiet']}>None yet. It is made when you first sign a file. {where}</p>;
  }
  return (
    <>
      {problem !== null && (
        <Banner tone="warning" title="It cannot be used">
          {problem} You can read and review meanwhile; exporting needs the key.
        </Banner>
      )}
      <DescriptionList
        items={[
          ...(fingerprint === null
            ? []
            : [
                {
                  term: 'To read aloud',
                  value: (
                    <>
                      <Fingerprint value={fingerprint} />
                      <p className={styles['quiet']}>
                        Read it out to whoever asks whether a file is from you: they see the same digits.
                      </p>
                    </>
                  ),
                },
              ]),
          ...(keeping === null
            ? []
            : [
                {
                  term: 'Kept',
                  value: (
                    <>
                      {keepingWords[keeping]} {state === 'locked' && <Badge>Locked</Badge>}
                    </>
                  ),
                },
              ]),
        ]}
      />
    </>
  );
}
