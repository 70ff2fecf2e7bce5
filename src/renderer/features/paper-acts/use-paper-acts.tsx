import { Ban, ShieldAlert, Undo2, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError } from '@renderer/bridge/client';
import type { PaperView } from '@shared/contract/library';
import type { VenueId } from '@shared/model/ids';
import type { Refusal } from '@shared/model/response';
import { Button } from '@renderer/ui/Button';
import { useCommands, type Command } from '@renderer/ui/commands';
import type { MenuAction } from '@renderer/ui/menu-item';
import { toast } from '@renderer/ui/toasts';
import { HandOverSheet } from './HandOverSheet';
import { explainRefusal } from './refusal-words';
import { RefuseSheet } from './RefuseSheet';

/** What can be done with a paper as a whole, for whoever shows it. */
export interface PaperActs {
  /** For the paper's menu. */
  readonly items: readonly MenuAction[];
  /** Why its form takes nothing; null while I am willing to review it. */
  readonly refusal: string | null;
  /** Takes that back; null while I am willing. */
  readonly takeBack: ReactNode;
  /** The sheet that is open, if any. To be placed once. */
  readonly sheet: ReactNode;
}

/** Asking for help, declining a paper, declaring a conflict of interest and taking either back, as acts of the palette too. */
export function usePaperActs(venue: VenueId, view: PaperView): PaperActs {
  const { number: paper } = view.paper;
  const [saying, setSaying] = useState<Refusal['kind'] | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isMine = view.draft.status !== 'withdrawn';
  const refusal = explainRefusal(view.response);
  const kind = view.response?.statement.kind ?? 'willing';
  const takeBack = (): void => {
    request('paper.takeBack', { venue, paper }).catch((thrown: unknown) => {
      toast({ title: 'Not taken back', text: toRequestError(thrown).message, tone: 'danger' });
    });
  };
  const shared = { section: 'Paper', allowInText: true } as const;
  const commands: readonly Command[] = [
    {
      ...shared,
      id: 'paper.handOver',
      title: 'Ask for help with this paper...',
      keywords: ['sub-reviewer', 'hand over', 'colleague', 'student'],
      isEnabled: () => isMine && refusal === null,
      run: () => setAsking(true),
    },
    {
      ...shared,
      id: 'paper.decline',
      title: 'Decline this paper...',
      keywords: ['refuse', 'reject', 'cannot review'],
      isEnabled: () => isMine && kind !== 'declined',
      run: () => setSaying('declined'),
    },
    {
      ...shared,
      id: 'paper.conflict',
      title: 'Declare a conflict of interest...',
      keywords: ['refuse', 'co-author', 'colleague'],
      isEnabled: () => isMine && kind !== 'conflict',
      run: () => setSaying('conflict'),
    },
    {
      ...shared,
      id: 'paper.takeBack',
      title: 'Review this paper after all',
      keywords: ['undo', 'decline', 'conflict', 'take back'],
      isEnabled: () => refusal !== null,
      run: takeBack,
    },
  ];
  useCommands(commands);
  const icons = {
    'paper.handOver': UserPlus,
    'paper.decline': Ban,
    'paper.conflict': ShieldAlert,
    'paper.takeBack': Undo2,
  };
  return {
    items: commands
      .filter(({ isEnabled }) => isEnabled?.() !== false)
      .map(({ id, title, run }) => ({
        id,
        title,
        run,
        icon: icons[id as keyof typeof icons],
      })),
    refusal,
    takeBack:
      refusal === null ? null : (
        <Button size="small" onPress={takeBack}>
          Review it after all
        </Button>
      ),
    sheet: (
      <>
        {saying !== null && (
          <RefuseSheet venue={venue} paper={paper} kind={saying} onClose={() => setSaying(null)} />
        )}
        {isAsking && <HandOverSheet venue={venue} paper={paper} onClose={() => setAsking(false)} />}
      </>
    ),
  };
}
