import type { ReactNode } from 'react';
import type { AppInfo } from '@shared/contract/app';
import { Banner } from '@renderer/ui/Banner';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { formatFingerprint } from '../common/format';
import { Heading } from '../common/Heading';
import styles from './settings.module.css';

const keepingWords: Readonly<Record<AppInfo['keyKeeping'], string>> = {
  keychain: 'Encrypted, with a key that the system keychain holds.',
  file: 'In a file that only your account on this computer can read: there is no system keychain here.',
};

function KeyFacts({ info: { fingerprint, keyProblem } }: { readonly info: AppInfo }): ReactNode {
  if (keyProblem !== null) {
    return (
      <Banner tone="warning" title="It cannot be used">
        {keyProblem} You can read and review meanwhile; exporting needs the key.
      </Banner>
    );
  }
  if (fingerprint === null) return 'None yet. It is made when you first export.';
  return (
    <>
      <code className={styles['digest']}>{formatFingerprint(fingerprint)}</code>
      <p className={styles['quiet']}>Read it out to a chair who asks whether a bundle is from you.</p>
    </>
  );
}

/** What this application is, on what it runs, and the key it signs with. */
export function AboutFacts({ info }: { readonly info: AppInfo }): ReactNode {
  return (
    <section>
      <Heading level={3}>About</Heading>
      <DescriptionList
        items={[
          { term: 'Referee', value: info.version },
          { term: 'Runs on', value: `${info.runtime}, ${info.platform}` },
          { term: 'Network', value: 'None. Referee opens no connection; sending a file is up to you.' },
          {
            term: 'Your signing key',
            value: <KeyFacts info={info} />,
          },
          { term: 'Where it is kept', value: keepingWords[info.keyKeeping] },
        ]}
      />
    </section>
  );
}
