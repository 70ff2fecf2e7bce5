import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { Dialog } from '@renderer/ui/Dialog';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { ReceiptCheck, ReceiptSigner } from '@shared/contract/receipt';
import type { FileToken } from '@shared/model/ids';
import { formatInstant } from '@shared/rules/deadlines';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { RequestErrorState } from '../common/RequestErrorState';
import { useAnswer } from '../common/use-answer';
import styles from './receipt.module.css';

/** Props of {@link CheckReceiptSheet}. */
export interface CheckReceiptSheetProps {
  readonly file: FileToken;
  readonly onClose: () => void;
}

const SIGNERS: Readonly<Record<ReceiptSigner, string>> = {
  mine: 'It is your own key.',
  known: 'This computer knows the key as this reviewer’s.',
  another: 'This computer knows the key as another person’s. Do not trust the name.',
  revoked: 'An organizer revoked this key. Do not trust it.',
  unknown: 'This computer does not know the key: compare it with the reviewer, by a way you trust.',
};

/** Whether a receipt is valid, for what and by whom; or why not. */
export function CheckReceiptSheet({ file, onClose }: CheckReceiptSheetProps): ReactNode {
  const check = useAnswer('receipt.verify', { file });
  return (
    <Dialog
      isOpen
      title={check.data?.fileName ?? 'Receipt'}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      {check.data !== undefined ? (
        <CheckedReceipt check={check.data} />
      ) : check.error === null ? (
        <SkeletonRows label="Checking the receipt" />
      ) : (
        <RequestErrorState what="The receipt could not be read" error={check.error} onRetry={check.again} />
      )}
    </Dialog>
  );
}

function CheckedReceipt({ check }: { readonly check: ReceiptCheck }): ReactNode {
  const { timeZone } = useClock();
  if (!check.isValid) {
    return (
      <Banner tone="danger" title="This receipt is not valid">
        {check.reason}
      </Banner>
    );
  }
  const { statement, signer, matching } = check;
  const isTrusted = signer === 'mine' || signer === 'known';
  const when = (instant: string): string => formatInstant(Date.parse(instant), timeZone);
  return (
    <div className={styles['stack']}>
      <Banner
        tone={isTrusted ? 'success' : 'warning'}
        title={isTrusted ? 'This receipt is valid' : 'Valid, but whose key it is has to be checked'}
        isAnnounced
      >
        {SIGNERS[signer]}
      </Banner>
      <DescriptionList
        items={[
          { term: 'Reviewer', value: statement.reviewer.name },
          { term: 'Venue', value: statement.venue.name },
          { term: 'Issued', value: when(statement.issuedAt) },
          {
            term: 'Key',
            value: <span className={styles['code']}>{formatSpoken(statement.reviewer.fingerprint)}</span>,
          },
          ...statement.reviews.map((review) => ({
            term: `#${review.paper}`,
            value: [
              ...(review.title === null ? [] : [review.title]),
              `${review.state === 'ready' ? 'Ready' : 'Draft'}, written ${when(review.writtenAt)}`,
              ...(matching.includes(review.paper) ? ['This very review is on this computer.'] : []),
            ].join('. '),
          })),
        ]}
      />
    </div>
  );
}
