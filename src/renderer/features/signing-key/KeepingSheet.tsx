import { useState, type ReactNode } from 'react';
import { request } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { RadioList } from '@renderer/ui/RadioList';
import type { KeyKeeping } from '@shared/contract/key';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { keepingChoices } from './key-words';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase';
import styles from './signing-key.module.css';
import { useAct } from './use-act';

/** Props of {@link KeepingSheet}. */
export interface KeepingSheetProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The ways that can be chosen, the recommended one first. */
  readonly choices: readonly KeyKeeping[];
  /** What the button does, as a verb. */
  readonly confirmLabel: string;
  readonly onClose: () => void;
  /** It is kept so from now on. */
  readonly onKept: () => void;
}

/** Asks how the signing key is kept, and keeps it so. */
export function KeepingSheet({ choices, onKept, ...props }: KeepingSheetProps): ReactNode {
  const [recommended] = choices;
  const [keeping, setKeeping] = useState<KeyKeeping>(recommended ?? 'passphrase');
  const passphrase = useNewPassphrase();
  const act = useAct();
  const keep = (): void => {
    const chosen = keeping === 'passphrase' ? passphrase.check() : '';
    if (chosen === null) return;
    act.run(async () => {
      await request('key.protect', keeping === 'passphrase' ? { keeping, passphrase: chosen } : { keeping });
      onKept();
    });
  };
  return (
    <Dialog
      isOpen
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button kind="primary" onPress={keep} isPending={act.isPending}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {act.error !== null && <RequestErrorBanner title="Nothing was changed" error={act.error} />}
        <div className={styles['words']}>{props.children}</div>
        {choices.length > 1 && (
          <RadioList
            label="How your signing key is kept"
            options={choices.map((id) => {
              const { label, description } = keepingChoices[id];
              return { id, label: id === recommended ? `${label} (recommended)` : label, description };
            })}
            value={keeping}
            onChange={setKeeping}
          />
        )}
        {keeping === 'passphrase' && (
          <NewPassphrase
            state={passphrase}
            warning="Without it, and without a backup of the key, you need a new key, and those who get your files have to accept that one as yours."
            isFirst={choices.length === 1}
            onEnter={keep}
          />
        )}
      </div>
    </Dialog>
  );
}
