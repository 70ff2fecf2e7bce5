import { request, toRequestError } from '@renderer/bridge/client';
import type { TimeSpent } from '@shared/contract/plan';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Command } from '@renderer/ui/commands';
import { toast } from '@renderer/ui/toasts';

/** Forgetting how long I was at any paper of a venue. */
export function forgetTimesCommand(
  venue: VenueId,
  times: ReadonlyMap<PaperNumber, TimeSpent> | null,
): Command {
  return {
    id: 'time.forget',
    title: 'Forget the time at all papers',
    section: 'Application',
    keywords: ['time spent', 'clear', 'privacy'],
    isEnabled: () => times !== null && times.size > 0,
    run: () => {
      request('time.forget', { venue }).then(
        () => toast({ title: 'The time at all papers is forgotten', tone: 'success' }),
        (thrown: unknown) =>
          toast({ title: 'Not forgotten', text: toRequestError(thrown).message, tone: 'danger' }),
      );
    },
  };
}
