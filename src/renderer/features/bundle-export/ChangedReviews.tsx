import { useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { useQuery } from '@renderer/bridge/queries';
import type { ReviewChange } from '@shared/contract/paper-acts';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { formatInstant } from '@shared/rules/deadlines';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { formatCount } from '../common/format';
import { ChangesSheet } from './ChangesSheet';

/** How many reviews changed since they were last exported, since when, and a look at what changed. */
export function ChangedReviews({ venue }: { readonly venue: VenueId }): ReactNode {
  const { timeZone } = useClock();
  const changes = useQuery('review.changes', { venue }).data ?? [];
  const details = useQuery('venue.get', { venue }).data;
  const [shown, setShown] = useState<PaperNumber | null>(null);
  if (changes.length === 0) return null;
  const since = changes.map(({ exportedAt }) => exportedAt).toSorted()[0] ?? '';
  return (
    <>
      <Banner
        tone="info"
        title={`${formatCount(changes.length, 'review')} changed since ${formatInstant(Date.parse(since), timeZone)}`}
        action={
          <Button
            size="small"
            onPress={() => setShown(changes[0]?.paper ?? null)}
            isDisabled={details === undefined}
          >
            See what changed
          </Button>
        }
      >
        {changes.map(describe).join(' ')}
      </Banner>
      {shown !== null && details !== undefined && (
        <ChangesSheet
          venue={details}
          changes={changes}
          shown={shown}
          onShow={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function describe({ paper, before, now, haveNotesChanged }: ReviewChange): string {
  const ids = new Set([...Object.keys(before.answers), ...Object.keys(now.answers)]);
  const changed = [...ids].filter(
    (id) =>
      JSON.stringify(before.answers[id as keyof typeof before.answers]) !==
      JSON.stringify(now.answers[id as keyof typeof now.answers]),
  ).length;
  const what = [
    ...(changed > 0 ? [formatCount(changed, 'field')] : []),
    ...(before.isReady === now.isReady ? [] : [now.isReady ? 'now ready' : 'no longer ready']),
    ...(haveNotesChanged ? ['notes on the page'] : []),
  ];
  return `#${paper}: ${what.join(', ')}.`;
}
