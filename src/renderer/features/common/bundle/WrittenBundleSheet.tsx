import { FolderOpen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import type { JudgementReceipt } from '@shared/contract/bundle';
import { formatBytes } from '@shared/rules/byte-size';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { DescriptionList, type Description } from '@renderer/ui/DescriptionList';
import { Dialog } from '@renderer/ui/Dialog';
import { RequestErrorBanner } from '../RequestErrorBanner';
import styles from './bundle.module.css';

/** Props of {@link WrittenBundleSheet}. */
export interface WrittenBundleSheetProps {
  /** What was done: "3 reviews exported". */
  readonly title: string;
  readonly receipt: JudgementReceipt;
  /** Who can open it, in a sentence: "Noor Haddad and Olga Marin". */
  readonly readers: string;
  /** What it holds, a fact each. */
  readonly facts: readonly Description[];
  /** What to do with the file. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** The file that was written: where it is, what to do with it, and how to recognise it. */
export function WrittenBundleSheet({
  title,
  receipt,
  onClose,
  ...props
}: WrittenBundleSheetProps): ReactNode {
  const [error, setError] = useState<RequestError | null>(null);
  const show = (): void => {
    setError(null);
    request('file.showInFolder', { file: receipt.file.token }).catch((thrown: unknown) =>
      setError(toRequestError(thrown)),
    );
  };
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button icon={FolderOpen} onPress={show} autoFocus>
            Show in folder
          </Button>
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <Banner tone="success" title={receipt.file.name}>
          In {receipt.file.folder}
        </Banner>
        {error !== null && <RequestErrorBanner title="The folder could not be shown" error={error} />}
        {props.children}
        <DescriptionList
          items={[
            ...props.facts,
            {
              term: 'Encrypted',
              value: receipt.isEncrypted
                ? `Yes: only ${props.readers} and you can open it, each in their Referee and without a password.`
                : 'No: whoever gets hold of the file can read it.',
            },
            { term: 'Size', value: formatBytes(receipt.sizeBytes) },
            { term: 'Export', value: `No. ${receipt.sequence}` },
            { term: 'SHA-256', value: <code className={styles['digest']}>{receipt.sha256}</code> },
          ]}
        />
      </div>
    </Dialog>
  );
}
