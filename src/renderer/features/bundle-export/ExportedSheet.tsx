import type { ReactNode } from 'react';
import type { ExportReceipt } from '@shared/contract/bundle';
import { WrittenBundleSheet } from '../common/bundle/WrittenBundleSheet';
import { formatCount, formatNames } from '../common/format';

/** Props of {@link ExportedSheet}. */
export interface ExportedSheetProps {
  readonly receipt: ExportReceipt;
  readonly recipients: readonly string[];
  /** The venue's address; null for the sample, whose reviews nobody waits for. */
  readonly contact: string | null;
  readonly onClose: () => void;
}

/** The file that was written, and what to do with it. */
export function ExportedSheet({ receipt, recipients, contact, onClose }: ExportedSheetProps): ReactNode {
  const readers = formatNames(recipients) || 'the chairs';
  const refused = receipt.refused.map((paper) => `#${paper}`).join(', ');
  const leftOut = receipt.leftOut.map((paper) => `#${paper}`).join(', ');
  return (
    <WrittenBundleSheet
      title={
        receipt.papers.length === 0
          ? 'Your word on papers exported'
          : `${formatCount(receipt.papers.length, 'review')} exported`
      }
      receipt={receipt}
      readers={readers}
      facts={[
        ...(receipt.papers.length === 0
          ? []
          : [
              { term: 'Holds', value: `Reviews of ${receipt.papers.map((paper) => `#${paper}`).join(', ')}` },
            ]),
        ...(refused === '' ? [] : [{ term: 'Tells', value: `That you will not review ${refused}` }]),
        ...(leftOut === '' ? [] : [{ term: 'Left out', value: `${leftOut}, not ready` }]),
      ]}
      onClose={onClose}
    >
      <WhatToDo to={readers} contact={contact} />
    </WrittenBundleSheet>
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
