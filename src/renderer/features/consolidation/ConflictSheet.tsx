import { useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import type { ReceivedReview, ReceivedVersion } from '@shared/contract/consolidation';
import type { Sha256 } from '@shared/model/ids';
import type { Paper } from '@shared/model/paper';
import type { Venue } from '@shared/model/venue';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Select } from '@renderer/ui/Select';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import { VersionCompare, type ComparedVersion } from '../common/compare/VersionCompare';
import { copyText } from '../common/copy-text';
import { formatCount } from '../common/format';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { AskedBanner } from './AskedBanner';
import styles from './reviews-panel.module.css';
import { askWhichCounts, describeVersion, nameVersions } from './version-words';

/** Props of {@link ConflictSheet}. */
export interface ConflictSheetProps {
  readonly venue: Venue;
  readonly paper: Paper;
  /** With more than one version, or with one that others were set aside for. */
  readonly review: ReceivedReview;
  readonly onClose: () => void;
}

/** Two versions of a received review side by side, and the word which of them stands. */
export function ConflictSheet({ venue, paper, review, onClose }: ConflictSheetProps): ReactNode {
  const { timeZone } = useClock();
  const isSettled = review.versions.length === 1;
  const versions = isSettled ? [...review.versions, ...(review.settled?.setAside ?? [])] : review.versions;
  const [picked, setPicked] = useState<readonly [Sha256 | null, Sha256 | null]>([null, null]);
  const [pending, setPending] = useState<Sha256 | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const [asked, setAsked] = useState<{ readonly text: string; readonly isCopied: boolean } | null>(null);
  const [older, newer] = twoOf(versions, picked);
  if (older === undefined || newer === undefined) return null;
  const names = nameVersions(versions, timeZone);

  const keep = async (version: Sha256): Promise<void> => {
    setPending(version);
    setError(null);
    try {
      await request('review.settle', {
        venue: venue.id,
        paper: paper.number,
        review: review.review,
        keep: version,
      });
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
      setPending(null);
    }
  };
  const ask = (): void => {
    const text = askWhichCounts(review, paper, venue, [older, newer]);
    setAsked({ text, isCopied: copyText(text) });
  };

  const columnFor = (version: ReceivedVersion, at: 0 | 1): ComparedVersion => {
    const name = names.get(version.hash) ?? version.hash;
    const isKept = isSettled && version.hash === review.versions[0]?.hash;
    return {
      title: name,
      note: describeVersion(version, timeZone),
      answers: version.answers,
      isReady: version.state === 'ready',
      choice:
        versions.length === 2 ? undefined : (
          <Select
            label={at === 0 ? 'One version' : 'Another version'}
            options={versions
              .filter(({ hash }) => hash !== (at === 0 ? newer : older).hash)
              .map(({ hash }) => ({ id: hash, label: names.get(hash) ?? hash }))}
            value={version.hash}
            onChange={(hash) => setPicked(at === 0 ? [hash, newer.hash] : [older.hash, hash])}
          />
        ),
      act: isKept ? (
        <StatusBadge kind="done">Kept</StatusBadge>
      ) : (
        <Button
          onPress={() => void keep(version.hash)}
          isPending={pending === version.hash}
          isDisabled={pending !== null && pending !== version.hash}
          ariaLabel={`Keep this version${isSettled ? ' instead' : ''}: ${name}`}
        >
          {isSettled ? 'Keep this version instead' : 'Keep this version'}
        </Button>
      ),
    };
  };

  return (
    <Dialog
      isOpen
      size="wide"
      title={`${formatCount(versions.length, 'version')} of the review of #${paper.number} by ${review.reviewerName}`}
      onClose={onClose}
      footer={
        <>
          {!isSettled && <Button onPress={ask}>Keep both and ask</Button>}
          <Button onPress={onClose}>Close</Button>
        </>
      }
      footerNote={`${versions.length > 2 ? 'Keeping one sets all others aside. ' : ''}Nothing is deleted: another can be kept instead at any time.`}
    >
      <div className={styles['sheet']}>
        {error !== null && <RequestErrorBanner title="Not settled" error={error} />}
        {asked !== null && <AskedBanner reviewerName={review.reviewerName} {...asked} />}
        <VersionCompare form={venue} left={columnFor(older, 0)} right={columnFor(newer, 1)} />
      </div>
    </Dialog>
  );
}

/** The two versions that are compared: those that were picked, else the newest two, the older one first. */
function twoOf(
  versions: readonly ReceivedVersion[],
  picked: readonly (Sha256 | null)[],
): readonly ReceivedVersion[] {
  const found = picked.flatMap((hash) => versions.find((version) => version.hash === hash) ?? []);
  if (found.length === 2) return found;
  return versions.toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1)).slice(-2);
}
