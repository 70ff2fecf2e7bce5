import { FolderOpen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import type { ExportReceipt } from '@shared/contract/bundle';
import { formatBytes } from '@shared/rules/byte-size';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { Dialog } from '@renderer/ui/Dialog';
import { formatCount, formatNames } from '../common/format';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './bundle-export.module.css';

/** Props of {@link ExportedSheet}. */
export interface ExportedSheetProps {
  readonly receipt: ExportReceipt;
  readonly recipients: readonly string[];
  /** The venue's address; null for the sample, whose reviews nobody waits for. */
  readonly contact: string | null;
  readonly onClose: () => void;
}

/** The file that was written: where it is, how to recognise it, and what to do with it. */
export function ExportedSheet({ receipt, recipients, contact, onClose }: ExportedSheetProps): ReactNode {
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
      title={`${formatCount(receipt.papers.length, 'review')} exported`}
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
        <WhatToDo to={formatNames(recipients) || 'the chairs'} contact={contact} />
        <DescriptionList items={facts(receipt)} />
      </div>
    </Dialog>
  );
}

function WhatToDo({ to, contact }: { readonly to: string; readonly contact: string | null }): ReactNode {
  if (contact === null) {
    return (
      <p>
        <strong>This is the sample, so there is nobody to send it to.</strong> With a real venue, you would
        now send this one file to {to}.
      </p>
    );
  }
  return (
    <p>
      <strong>Now send this one file to {to}</strong>, by e-mail ({contact}) or any way you like. You can
      change your reviews and export again at any time: the newer file replaces this one.
    </p>
  );
}

function facts(receipt: ExportReceipt): { readonly term: string; readonly value: ReactNode }[] {
  const papers = receipt.papers.map((paper) => `#${paper}`).join(', ');
  const leftOut = receipt.leftOut.map((paper) => `#${paper}`).join(', ');
  return [
    { term: 'Holds', value: `Reviews of ${papers}` },
    ...(leftOut === '' ? [] : [{ term: 'Left out', value: `${leftOut}, not ready` }]),
    { term: 'Size', value: formatBytes(receipt.sizeBytes) },
    { term: 'Export', value: `No. ${receipt.sequence}` },
    { term: 'SHA-256', value: <code className={styles['digest']}>{receipt.sha256}</code> },
  ];
}
