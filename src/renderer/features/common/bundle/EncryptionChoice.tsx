import type { ReactNode } from 'react';
import { Checkbox } from '@renderer/ui/Checkbox';
import { formatNames } from '../format';
import styles from './bundle.module.css';

/** Props of {@link EncryptionChoice}. */
export interface EncryptionChoiceProps {
  /** Who may open the file, by name. */
  readonly recipients: readonly string[];
  /** Whether they have keys to encrypt to. */
  readonly canEncrypt: boolean;
  /** Why they have none, as a sentence. */
  readonly whyNot: string;
  /** What the file holds: "your reviews". */
  readonly holds: string;
  readonly isEncrypted: boolean;
  readonly onChange: (isEncrypted: boolean) => void;
  readonly isDisabled: boolean;
}

/** Whether the file can be read by whoever gets hold of it, or only by those it is for. */
export function EncryptionChoice({
  recipients,
  canEncrypt,
  whyNot,
  holds,
  isEncrypted,
  onChange,
  isDisabled,
}: EncryptionChoiceProps): ReactNode {
  const names = formatNames(recipients) || 'the chairs and organizers';
  if (!canEncrypt) {
    return (
      <p className={styles['quiet']}>
        It cannot be encrypted: {whyNot} Whoever gets hold of the file can read {holds}.
      </p>
    );
  }
  return (
    <Checkbox
      label={`Encrypt: only ${names} (and you) can open it`}
      isChecked={isEncrypted}
      onChange={onChange}
      isDisabled={isDisabled}
      description={
        isEncrypted
          ? 'Nobody needs a password: each opens it with the key that came with their own bundle.'
          : `Whoever gets hold of the file can read ${holds}: the mail provider, anybody with access to the folder or the stick.`
      }
    />
  );
}
