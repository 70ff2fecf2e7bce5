import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { ReviewChange } from '@shared/contract/paper-acts';
import type { PaperNumber } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { formatInstant } from '@shared/rules/deadlines';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Segmented } from '@renderer/ui/Segmented';
import { VersionCompare } from '../common/compare/VersionCompare';
import styles from './bundle-export.module.css';

/** Props of {@link ChangesSheet}. */
export interface ChangesSheetProps {
  readonly venue: Venue;
  readonly changes: readonly ReviewChange[];
  readonly shown: PaperNumber;
  readonly onShow: (paper: PaperNumber) => void;
  readonly onClose: () => void;
}

/** What changed in each review since it was last exported, field by field and word by word. */
export function ChangesSheet({ venue, changes, shown, onShow, onClose }: ChangesSheetProps): ReactNode {
  const { timeZone } = useClock();
  const change = changes.find(({ paper }) => paper === shown) ?? changes[0];
  if (change === undefined) return null;
  const { paper, title, before, now, exportedAt, haveNotesChanged } = change;
  return (
    <Dialog
      isOpen
      size="wide"
      title={`What changed in your review of #${paper}`}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Back to the export
        </Button>
      }
    >
      <div className={styles['stack']}>
        {changes.length > 1 && (
          <Segmented
            label="Reviews that changed"
            options={changes.map((one) => ({ id: String(one.paper), label: `#${one.paper}` }))}
            value={String(paper)}
            onChange={(id) => onShow(Number(id) as PaperNumber)}
          />
        )}
        <p className={styles['quiet']}>{title}</p>
        {haveNotesChanged && <p>Notes on the page that chairs see changed too.</p>}
        <VersionCompare
          form={venue}
          left={{
            title: 'As exported',
            note: formatInstant(Date.parse(exportedAt), timeZone),
            answers: before.answers,
            isReady: before.isReady,
          }}
          right={{ title: 'As it is now', note: 'Not exported', answers: now.answers, isReady: now.isReady }}
        />
      </div>
    </Dialog>
  );
}
