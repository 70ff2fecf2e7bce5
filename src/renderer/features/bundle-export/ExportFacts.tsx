import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { ExportPreview } from '@shared/contract/bundle';
import { formatDeadline, formatInstant, toDeadline } from '@shared/rules/deadlines';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { formatCount, formatNames } from '../common/format';

/** Props of {@link ExportFacts}. */
export interface ExportFactsProps {
  readonly preview: ExportPreview;
  /** That authors have been told already; null before. */
  readonly notified: string | null;
}

/** To whom an export goes, before when, and what it replaces. */
export function ExportFacts({ preview, notified }: ExportFactsProps): ReactNode {
  const { nowMs, timeZone } = useClock();
  const due = preview.due === null ? null : toDeadline(preview.due, nowMs, timeZone);
  const deadline = due === null ? 'No date was set' : formatDeadline(due);
  const last = preview.lastExportedAt;
  return (
    <DescriptionList
      items={[
        { term: 'For', value: formatNames(preview.recipients) || 'The chairs and organizers of the venue' },
        {
          term: 'Due',
          value:
            due?.isPast === true
              ? `${deadline}. You can still export; chairs see when each review was written.`
              : deadline,
        },
        ...(notified === null ? [] : [{ term: 'Note', value: notified }]),
        {
          term: 'Signed',
          value: 'With your key, so that chairs can tell it is from you and unchanged.',
        },
        ...(preview.earlierCount === 0 || last === null
          ? []
          : [
              {
                term: 'Replaces',
                value: `${formatCount(preview.earlierCount, 'earlier export')}, the last of ${formatInstant(Date.parse(last), timeZone)} here. Chairs keep the newest of each review.`,
              },
            ]),
      ]}
    />
  );
}
