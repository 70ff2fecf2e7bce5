import { useState, type ReactNode } from 'react';
import { request } from '@renderer/bridge/client';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { RadioList } from '@renderer/ui/RadioList';
import { TextField } from '@renderer/ui/TextField';
import { toast } from '@renderer/ui/toasts';
import type { ChosenFile } from '@shared/contract/file';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { keepingChoices } from './key-words';
import styles from './signing-key.module.css';
import { useAct } from './use-act';

/** Props of {@link RestoreSheet}. */
export interface RestoreSheetProps {
  /** The backup that was chosen. */
  readonly file: ChosenFile;
  /** Whether the key goes into the system's keychain without a question. */
  readonly hasKeychain: boolean;
  readonly onClose: () => void;
}

/** Asks for the passphrase of a backup and takes its key as this computer's; a key that has signed here only on demand. */
export function RestoreSheet({ file, hasKeychain, onClose }: RestoreSheetProps): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [keeping, setKeeping] = useState<'protected' | 'file'>('protected');
  const act = useAct();
  const { error } = act;
  const isWrong = error?.code === 'KEY_WRONG_PASSPHRASE';
  const isInUse = error?.code === 'KEY_IN_USE';
  const restore = (): void => {
    if (passphrase === '') return;
    act.run(async () => {
      const input = { file: file.token, passphrase, keeping, replace: isInUse };
      const { keptAside } = await request('key.restore', input);
      const text =
        keptAside === null ? '' : `The key before it was kept in the data folder, as ${keptAside}.`;
      toast({ title: 'Your signing key was restored', text, tone: 'success' });
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      title="Restore your signing key"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind={isInUse ? 'danger' : 'primary'}
            onPress={restore}
            isPending={act.isPending}
            isDisabled={passphrase === ''}
          >
            {isInUse ? 'Replace the key' : 'Restore'}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {error !== null && isInUse && (
          <Banner tone="warning" title="Another key has signed here" isAnnounced>
            {error.message}
          </Banner>
        )}
        {error !== null && !isInUse && !isWrong && <RequestErrorBanner title="Not restored" error={error} />}
        <TextField
          label={`Passphrase of ${file.name}`}
          type="password"
          maxLength={1000}
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed);
            act.clear();
          }}
          error={isWrong ? error?.message : undefined}
          onKeyDown={({ key }) => {
            if (key === 'Enter' && !isInUse) restore();
          }}
          autoFocus
        />
        {!hasKeychain && (
          <RadioList
            label="How it is kept on this computer"
            options={[
              {
                id: 'protected',
                label: 'Protect it with the same passphrase (recommended)',
                description: keepingChoices.passphrase.description,
              },
              { id: 'file', ...keepingChoices.file },
            ]}
            value={keeping}
            onChange={setKeeping}
          />
        )}
      </div>
    </Dialog>
  );
}
