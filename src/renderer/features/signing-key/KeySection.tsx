import { useState, type ReactNode } from 'react';
import { request } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { ChosenFile } from '@shared/contract/file';
import type { KeyInfo, KeyKeeping } from '@shared/contract/key';
import { Heading } from '../common/Heading';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import { BackUpSheet } from './BackUpSheet';
import { KeepingSheet } from './KeepingSheet';
import { KeyFacts } from './KeyFacts';
import { RestoreSheet } from './RestoreSheet';
import styles from './signing-key.module.css';
import { UnlockSheet } from './UnlockSheet';
import { useAct } from './use-act';

type OpenSheet =
  | { readonly kind: 'unlock' | 'protect' | 'keep' | 'back-up' }
  | { readonly kind: 'restore'; readonly file: ChosenFile };

/** The signing key in the settings: its fingerprint to read aloud, how it is kept, and what can be done about it. */
export function KeySection(): ReactNode {
  const { data: info, error, isLoading, refetch } = useQuery('key.get', {});
  return (
    <section aria-label="Signing key">
      <Heading level={3}>Signing key</Heading>
      {isLoading && <SkeletonRows label="Loading the signing key" count={2} />}
      {info === undefined && error !== null && (
        <RequestErrorState what="The signing key could not be looked at" error={error} onRetry={refetch} />
      )}
      {info !== undefined && (
        <div className={styles['stack']}>
          <KeyFacts info={info} />
          <KeyActs info={info} />
        </div>
      )}
    </section>
  );
}

function KeyActs({ info }: { readonly info: KeyInfo }): ReactNode {
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const choosing = useAct();
  const close = (): void => setOpen(null);
  const restore = async (): Promise<void> => {
    const [file] = await request('file.choose', { purpose: 'key-backup', suggestedName: null });
    if (file !== undefined) setOpen({ kind: 'restore', file });
  };
  const { state, keeping, hasKeychain } = info;
  const isReady = state === 'ready';
  const canMake = state === 'none' && !hasKeychain;
  return (
    <>
      {choosing.error !== null && <RequestErrorBanner title="No file was chosen" error={choosing.error} />}
      <div className={styles['acts']}>
        {state === 'locked' && <Button onPress={() => setOpen({ kind: 'unlock' })}>Unlock…</Button>}
        {isReady && <Button onPress={() => setOpen({ kind: 'back-up' })}>Back up…</Button>}
        <Button onPress={() => choosing.run(restore)}>Restore…</Button>
        {isReady && keeping === 'passphrase' && (
          <Button onPress={() => setOpen({ kind: 'protect' })}>Change passphrase…</Button>
        )}
        {isReady && keeping !== 'passphrase' && (
          <Button onPress={() => setOpen({ kind: 'protect' })}>Protect with a passphrase…</Button>
        )}
        {canMake && <Button onPress={() => setOpen({ kind: 'keep' })}>Make it now…</Button>}
        {isReady && keeping === 'passphrase' && (
          <Button onPress={() => setOpen({ kind: 'keep' })}>Keep it in another way…</Button>
        )}
      </div>
      {open?.kind === 'unlock' && <UnlockSheet onClose={close} onUnlocked={close} />}
      {open?.kind === 'back-up' && <BackUpSheet suggestedName={nameBackup(info)} onClose={close} />}
      {open?.kind === 'restore' && (
        <RestoreSheet file={open.file} hasKeychain={hasKeychain} onClose={close} />
      )}
      {(open?.kind === 'protect' || open?.kind === 'keep') && (
        <KeepingSheet
          title={
            keeping === 'passphrase' && open.kind === 'protect' ? 'Change the passphrase' : 'Your signing key'
          }
          choices={open.kind === 'protect' ? ['passphrase'] : otherWays(info)}
          confirmLabel={open.kind === 'protect' ? 'Protect' : 'Keep it so'}
          onClose={close}
          onKept={close}
        >
          <p>
            {state === 'none'
              ? 'Your key is made now, and kept as you choose.'
              : 'It stays the same key: nobody you send files to notices.'}
          </p>
        </KeepingSheet>
      )}
    </>
  );
}

/** The ways in which the key is not kept yet, the safest first. */
function otherWays({ keeping, hasKeychain }: KeyInfo): readonly KeyKeeping[] {
  const ways: readonly KeyKeeping[] = hasKeychain
    ? ['keychain', 'passphrase', 'file']
    : ['passphrase', 'file'];
  return ways.filter((way) => way !== keeping);
}

function nameBackup({ fingerprint }: KeyInfo): string {
  return `referee-key-${fingerprint?.slice(0, 8) ?? 'backup'}.age`;
}
