import { useState, type ReactNode } from 'react';
import { request } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './signing-key.module.css';
import { useAct } from './use-act';

/** Props of {@link UnlockSheet}. */
export interface UnlockSheetProps {
  readonly onClose: () => void;
  /** It is open, until Referee ends. */
  readonly onUnlocked: () => void;
}

/** Asks for the passphrase of the signing key. The passphrase is passed on and not kept. */
export function UnlockSheet({ onClose, onUnlocked }: UnlockSheetProps): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const act = useAct();
  const isWrong = act.error?.code === 'KEY_WRONG_PASSPHRASE';
  const unlock = (): void => {
    if (passphrase === '') return;
    act.run(async () => {
      await request('key.unlock', { passphrase });
      onUnlocked();
    });
  };
  return (
    <Dialog
      isOpen
      title="Unlock your signing key"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={unlock} isPending={act.isPending} isDisabled={passphrase === ''}>
            Unlock
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {act.error !== null && !isWrong && <RequestErrorBanner title="Not unlocked" error={act.error} />}
        <TextField
          label="Passphrase"
          type="password"
          maxLength={1000}
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed);
            act.clear();
          }}
          description="It stays unlocked until you close Referee."
          error={isWrong ? act.error?.message : undefined}
          onKeyDown={({ key }) => {
            if (key === 'Enter') unlock();
          }}
          autoFocus
        />
        <p className={styles['quiet']}>
          Forgotten? If you have a backup of the key, restore it in Settings, Signing key.
        </p>
      </div>
    </Dialog>
  );
}
