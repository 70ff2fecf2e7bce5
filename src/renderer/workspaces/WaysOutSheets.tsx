import type { ReactNode } from 'react';
import { FormInSheet, FormOutSheet, StartFromFormSheet } from '@renderer/features/other-systems';
import { CheckReceiptSheet, ReceiptSheet } from '@renderer/features/receipt';
import { CopiesSheet } from '@renderer/features/review-copies';
import type { Place } from '@shared/contract/app';
import type { ChosenFile } from '@shared/contract/file';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { closeSheet, useSheets, type SheetName } from './sheets-state';

/** Props of {@link WaysOutSheets}. */
export interface WaysOutSheetsProps {
  readonly open: SheetName | null;
  /** The receipt that is being checked; it comes before any other sheet. */
  readonly receipt: ChosenFile | null;
  /** The venue that I review for here; null elsewhere. */
  readonly venue: VenueId | null;
  readonly paper: PaperNumber | null;
  readonly onGo: (place: Place) => void;
}

/** The one of these sheets that is open. */
export function WaysOutSheets({ open, receipt, venue, paper, onGo }: WaysOutSheetsProps): ReactNode {
  if (receipt !== null) {
    return <CheckReceiptSheet file={receipt.token} onClose={() => useSheets.setState({ receipt: null })} />;
  }
  if (open === 'start-from-form') {
    return (
      <StartFromFormSheet
        onClose={closeSheet}
        onStarted={(started) => {
          closeSheet();
          onGo({ venue: started, workspace: 'reviewer', paper: null });
        }}
      />
    );
  }
  if (venue === null) return null;
  const sheet = { venue, paper, onClose: closeSheet };
  switch (open) {
    case 'copies':
      return <CopiesSheet {...sheet} />;
    case 'receipt':
      return <ReceiptSheet {...sheet} />;
    case 'form-out':
      return <FormOutSheet {...sheet} />;
    case 'form-in':
      return <FormInSheet venue={venue} onClose={closeSheet} />;
    default:
      return null;
  }
}
