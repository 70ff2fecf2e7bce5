import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { ConsolidationPreview } from '@shared/contract/consolidation';
import type { VenueId } from '@shared/model/ids';
import type { Description } from '@renderer/ui/DescriptionList';
import { WrittenBundleSheet } from '../common/bundle/WrittenBundleSheet';
import { formatCount, formatNames } from '../common/format';
import type { UnsavedOfVenue } from '../common/saving/use-unsaved';
import { JudgementFrame } from './JudgementFrame';
import styles from './judgement-export.module.css';
import { useJudgementExport } from './use-judgement-export';

/** Props of {@link ConsolidationExportSheet}. */
export interface ConsolidationExportSheetProps {
  readonly venue: VenueId;
  /** Meta-reviews whose newest change is not on disk, which is what an export is made of. */
  readonly unsaved: UnsavedOfVenue;
  readonly onClose: () => void;
}

/** What a chair has made of the reviews, as one file for the other chairs and the organizers. */
export function ConsolidationExportSheet({
  venue,
  unsaved,
  onClose,
}: ConsolidationExportSheetProps): ReactNode {
  const preview = useQuery('consolidation.previewExport', { venue });
  const { job, ...choice } = useJudgementExport('consolidation.export', venue, preview.data);
  if (job.view.status === 'done') {
    const readers = formatNames(preview.data?.recipients ?? []) || 'the organizers';
    return (
      <WrittenBundleSheet
        title="Consolidation exported"
        receipt={job.view.result}
        readers={readers}
        facts={preview.data === undefined ? [] : factsOf(preview.data)}
        onClose={onClose}
      >
        <p>
          <strong>Now send this one file to {readers}</strong>, by e-mail or any way you like. When you change
          something or more reviews come in, export again: the newer file replaces this one.
        </p>
      </WrittenBundleSheet>
    );
  }
  const count = preview.data?.metaReviews.length ?? 0;
  return (
    <JudgementFrame
      title="Export consolidation"
      act="Export consolidation..."
      holds="your meta-reviews and the reviews"
      what="meta-review"
      unsaved={unsaved}
      preview={preview}
      facts={factsOf}
      note={
        count === 0 &&
        preview.data !== undefined && (
          <p>
            You have written no meta-review yet. Open a paper and choose Meta-review to write one; what came
            in can be sent without.
          </p>
        )
      }
      canWrite={preview.data !== undefined && !isEmpty(preview.data)}
      view={job.view}
      error={choice.error}
      isEncrypted={choice.isEncrypted}
      onEncrypted={choice.setEncrypted}
      onWrite={() => void choice.write()}
      onStop={job.cancel}
      onClose={onClose}
    />
  );
}

function isEmpty({ metaReviews, reviewBundleCount, settlementCount }: ConsolidationPreview): boolean {
  return metaReviews.length + reviewBundleCount + settlementCount === 0;
}

function factsOf({
  metaReviews,
  reviewBundleCount,
  settlementCount,
}: ConsolidationPreview): readonly Description[] {
  return [
    {
      term: 'Meta-reviews',
      value: (
        <>
          {formatCount(metaReviews.length, 'meta-review')} of yours
          {metaReviews.length > 0 && (
            <div className={styles['papers']}>{metaReviews.map(({ paper }) => `#${paper}`).join(', ')}</div>
          )}
        </>
      ),
    },
    {
      term: 'Reviews',
      value: `${formatCount(reviewBundleCount, 'review bundle')} as received, each with its reviewer's own signature`,
    },
    ...(settlementCount === 0
      ? []
      : [{ term: 'Conflicts', value: `${formatCount(settlementCount, 'conflict')} that you settled` }]),
  ];
}
