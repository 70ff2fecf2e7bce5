import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useClock } from '@renderer/bridge/clock';
import type { Helper, Proposal } from '@shared/contract/help';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import type { Venue } from '@shared/model/venue';
import { formatInstant } from '@shared/rules/deadlines';
import { Button } from '@renderer/ui/Button';
import { Checkbox } from '@renderer/ui/Checkbox';
import { Dialog } from '@renderer/ui/Dialog';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { VersionCompare } from '../common/compare/VersionCompare';
import type { OwnAnswers } from './own-answers';
import styles from './paper-acts.module.css';

/** Props of {@link ProposalSheet}. */
export interface ProposalSheetProps {
  readonly venue: Venue;
  readonly paper: PaperNumber;
  readonly helper: Helper;
  readonly proposal: Proposal;
  readonly own: OwnAnswers;
  /** Whether nothing can be taken over, because the review cannot be changed. */
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

/** My review beside what somebody who helps me proposes: any field can be taken over, and put back. */
export function ProposalSheet({
  venue,
  paper,
  helper,
  proposal,
  own,
  isReadOnly,
  onClose,
}: ProposalSheetProps): ReactNode {
  const { timeZone } = useClock();
  const answers = useSyncExternalStore(own.subscribe, own.answers);
  const [error, setError] = useState<RequestError | null>(null);
  const [replaced, setReplaced] = useState<ReadonlyMap<FieldId, Answer | null>>(new Map());
  const credit = (isCredited: boolean): void => {
    setError(null);
    request('help.credit', { venue: venue.id, paper, person: helper.person, isCredited }).catch(
      (thrown: unknown) => setError(toRequestError(thrown)),
    );
  };
  const take = (field: FieldId): void => {
    setReplaced(new Map([...replaced, [field, answers[field] ?? null]]));
    own.edit(field, proposal.answers[field] ?? null);
  };
  const putBack = (field: FieldId): void => {
    own.edit(field, replaced.get(field) ?? null);
    setReplaced(new Map([...replaced].filter(([id]) => id !== field)));
  };
  const fieldAct = (field: FieldId): ReactNode => {
    const label = venue.form.fields.find(({ id }) => id === field)?.label;
    if (label === undefined || isReadOnly) return undefined;
    const isTaken = replaced.has(field);
    const word = isTaken ? 'Put mine back' : 'Take this over';
    return (
      <Button
        size="small"
        kind="quiet"
        onPress={() => (isTaken ? putBack(field) : take(field))}
        ariaLabel={`${word}: ${label}`}
      >
        {word}
      </Button>
    );
  };
  return (
    <Dialog
      isOpen
      size="wide"
      title={`${helper.name}'s proposal for #${paper}`}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
      footerNote="Undo in the form takes back what you took over. The review is yours: read what you sign."
    >
      <div className={styles['stack']}>
        {error !== null && <RequestErrorBanner title="Not changed" error={error} />}
        {!isReadOnly && (
          <Checkbox
            label={`Credit ${helper.name} in my review`}
            description="Chairs and organizers read it with your next export."
            isChecked={helper.isCredited}
            onChange={credit}
          />
        )}
        <VersionCompare
          form={venue}
          left={{ title: 'Your review', note: 'As it is now', answers, isReady: own.isReady() }}
          right={{
            title: `${helper.name} (your sub-reviewer)`,
            note: `Written ${formatInstant(Date.parse(proposal.writtenAt), timeZone)}`,
            answers: proposal.answers,
            isReady: proposal.isReady,
          }}
          fieldAct={fieldAct}
          shown={new Set(replaced.keys())}
        />
      </div>
    </Dialog>
  );
}
