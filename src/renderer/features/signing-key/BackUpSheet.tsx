import { FolderOpen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request } from '@renderer/bridge/client';
import { withKey } from '@renderer/bridge/key-asker';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { KeyBackUpReceipt } from '@shared/contract/key';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase';
import styles from './signing-key.module.css';
import { useAct } from './use-act';

/** Props of {@link BackUpSheet}. */
export interface BackUpSheetProps {
  readonly suggestedName: string;
  readonly onClose: () => void;
}

/** Asks for a passphrase and a file, writes the backup, and says where it is. */
export function BackUpSheet({ suggestedName, onClose }: BackUpSheetProps): ReactNode {
  const passphrase = useNewPassphrase();
  const [receipt, setReceipt] = useState<KeyBackUpReceipt | null>(null);
  const act = useAct();
  const write = (): void => {
    const chosen = passphrase.check();
    if (chosen === null) return;
    act.run(async () => {
      const [file] = await request('file.choose', { purpose: 'save-key-backup', suggestedName });
      if (file === undefined) return;
      setReceipt(await withKey(() => request('key.backUp', { file: file.token, passphrase: chosen })));
    });
  };
  if (receipt !== null) return <BackedUp receipt={receipt} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      title="Back up your signing key"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={write} isPending={act.isPending}>
            Back up…
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {act.error !== null && <RequestErrorBanner title="Not backed up" error={act.error} />}
        <p>
          The backup is one file that a passphrase seals. With it you can sign from another computer, or from
          this one after a loss.
        </p>
        <NewPassphrase
          state={passphrase}
          warning="Without it the backup is of no use. It may be another passphrase than the one your key has here."
          isFirst
          onEnter={write}
        />
      </div>
    </Dialog>
  );
}

function BackedUp({
  receipt: { file },
  onClose,
}: {
  readonly receipt: KeyBackUpReceipt;
  readonly onClose: () => void;
}): ReactNode {
  const act = useAct();
  const show = async (): Promise<void> => {
    await request('file.showInFolder', { file: file.token });
  };
  return (
    <Dialog
      isOpen
      title="Your signing key is backed up"
      onClose={onClose}
      footer={
        <>
          <Button icon={FolderOpen} onPress={() => act.run(show)} autoFocus>
            Show in folder
          </Button>
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {act.error !== null && <RequestErrorBanner title="The folder could not be shown" error={act.error} />}
        <Banner tone="success" title={file.name}>
          In {file.folder}
        </Banner>
        <p>
          Keep it somewhere else than on this computer alone, such as on a stick. To use a second computer,
          restore it there, then open your assignment bundle there again.
        </p>
      </div>
    </Dialog>
  );
}
