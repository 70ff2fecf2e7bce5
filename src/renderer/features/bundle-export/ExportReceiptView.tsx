import { FolderOpen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import type { ExportReceipt } from '@shared/contract/bundle';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { formatBytes, formatFingerprint, formatNames } from '../common/format';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './bundle-export.module.css';

/** Props of {@link ExportReceiptView}. */
export interface ExportReceiptViewProps {
  readonly receipt: ExportReceipt;
  readonly recipients: readonly string[];
  readonly contact: string | null;
}

/** The file that was written: where it is, how to recognise it, and what to do with it. */
export function ExportReceiptView({ receipt, recipients, contact }: ExportReceiptViewProps): ReactNode {
  const [error, setError] = useState<RequestError | null>(null);
  const show = (): void => {
    setError(null);
    request('file.showInFolder', { file: receipt.file.token }).catch((thrown: unknown) =>
      setError(toRequestError(thrown)),
    );
  };
  const to = formatNames(recipients) || 'the chairs';
  return (
    <div className={styles['stack']}>
      <Banner
        tone="success"
        title={receipt.file.name}
        action={
          <Button size="small" icon={FolderOpen} onPress={show} autoFocus>
            Show in folder
          </Button>
        }
      >
        In {receipt.file.folder}
      </Banner>
      {error !== null && <RequestErrorBanner title="The folder could not be shown" error={error} />}
      <p>
        <strong>Now send this one file to {to}</strong>, by e-mail{contact === null ? '' : ` (${contact})`} or
        any way you like. You can change your reviews and export again at any time: the newer file replaces
        this one.
      </p>
      <DescriptionList
        items={[
          { term: 'Holds', value: `Reviews of ${receipt.papers.map((paper) => `#${paper}`).join(', ')}` },
          ...(receipt.leftOut.length === 0
            ? []
            : [
                {
                  term: 'Left out',
                  value: `${receipt.leftOut.map((paper) => `#${paper}`).join(', ')}, not ready`,
                },
              ]),
          { term: 'Size', value: formatBytes(receipt.sizeBytes) },
          { term: 'Export', value: `No. ${receipt.sequence}` },
          {
            term: 'SHA-256',
            value: <code className={styles['digest']}>{formatFingerprint(receipt.sha256)}</code>,
          },
        ]}
      />
    </div>
  );
}
