import { useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { PaperView } from '@shared/contract/library';
import type { Sha256 } from '@shared/model/ids';
import type { Venue } from '@shared/model/venue';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import type { OwnAnswers } from './own-answers';
import { ProposalSheet } from './ProposalSheet';

/** What those who help me with a paper sent: a line each, with the way to compare and take over. */
export function useProposals(
  venue: Venue,
  view: PaperView,
  own: OwnAnswers,
): { readonly banners: ReactNode; readonly sheet: ReactNode } {
  const { number: paper } = view.paper;
  const isMine = view.draft.status !== 'withdrawn';
  const helpers = useQuery('help.get', isMine ? { venue: venue.id, paper } : null).data?.helpers ?? [];
  const [shown, setShown] = useState<Sha256 | null>(null);
  const sent = helpers.flatMap((helper) => helper.proposals.map((proposal) => ({ helper, proposal })));
  const open = sent.find(({ proposal }) => proposal.hash === shown);
  const isReadOnly = view.draft.status === 'declined' || view.draft.status === 'conflict';
  return {
    banners: sent.map(({ helper, proposal }) => (
      <Banner
        key={proposal.hash}
        tone="info"
        title={`${helper.name} (your sub-reviewer) sent a review`}
        action={
          <Button size="small" onPress={() => setShown(proposal.hash)}>
            Compare with yours
          </Button>
        }
      />
    )),
    sheet:
      open === undefined ? null : (
        <ProposalSheet
          venue={venue}
          paper={paper}
          {...open}
          own={own}
          isReadOnly={isReadOnly}
          onClose={() => setShown(null)}
        />
      ),
  };
}
