import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { DecisionPreview } from '@shared/contract/decision';
import type { VenueId } from '@shared/model/ids';
import type { Description } from '@renderer/ui/DescriptionList';
import { WrittenBundleSheet } from '../common/bundle/WrittenBundleSheet';
import { formatCount, formatNames } from '../common/format';
import type { UnsavedOfVenue } from '../common/saving/use-unsaved';
import { JudgementFrame } from './JudgementFrame';
import { useJudgementExport } from './use-judgement-export';

/** Props of {@link DecisionExportSheet}. */
export interface DecisionExportSheetProps {
  readonly venue: VenueId;
  /** Decisions whose newest change is not on disk, which is what an export is made of. */
  readonly unsaved: UnsavedOfVenue;
  readonly onClose: () => void;
}

/** What an organizer decided, as one file for the chairs and the other organizers. */
export function DecisionExportSheet({ venue, unsaved, onClose }: DecisionExportSheetProps): ReactNode {
  const preview = useQuery('decision.previewExport', { venue });
  const { job, ...choice } = useJudgementExport('decision.export', venue, preview.data);
  if (job.view.status === 'done') {
    const readers = formatNames(preview.data?.recipients ?? []) || 'the chairs';
    return (
      <WrittenBundleSheet
        title={`${formatCount(job.view.result.papers.length, 'decision')} exported`}
        receipt={job.view.result}
        readers={readers}
        facts={preview.data === undefined ? [] : factsOf(preview.data)}
        onClose={onClose}
      >
        <p>
          <strong>Now send this one file to {readers}</strong>, by e-mail or any way you like. Authors are
          told by you: this file is not for them. When you decide something else, export again.
        </p>
      </WrittenBundleSheet>
    );
  }
  const count = preview.data?.decidedCount ?? 0;
  return (
    <JudgementFrame
      title="Export decisions"
      act={count === 0 ? 'Export decisions...' : `Export ${formatCount(count, 'decision')}...`}
      holds="your decisions"
      what="decision"
      unsaved={unsaved}
      preview={preview}
      facts={factsOf}
      canWrite={preview.data !== undefined}
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

function factsOf({ decidedCount, undecidedCount }: DecisionPreview): readonly Description[] {
  return [
    { term: 'Decided', value: formatCount(decidedCount, 'paper') },
    { term: 'Not decided', value: `${formatCount(undecidedCount, 'paper')}, left out` },
  ];
}
