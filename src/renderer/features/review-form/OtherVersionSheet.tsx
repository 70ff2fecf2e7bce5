import { useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import { toRequestError, type RequestError } from '@renderer/bridge/client';
import type { OtherVersion } from '@shared/contract/library';
import type { FieldId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { formatInstant } from '@shared/rules/deadlines';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { VersionCompare } from '../common/compare/VersionCompare';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import type { TakenVersion } from './review-session';
import styles from './review-form.module.css';
import { useForm, useReview } from './session-context';

/** Props of {@link OtherVersionSheet}. */
export interface OtherVersionSheetProps {
  readonly other: OtherVersion;
  readonly onClose: () => void;
}

/** The draft beside a version from another computer: keep one of the two, or take single fields over first. */
export function OtherVersionSheet({ other, onClose }: OtherVersionSheetProps): ReactNode {
  const { session, venue, paper } = useForm();
  const { timeZone } = useClock();
  const answers = useReview((state) => state.answers);
  const draft = useReview((state) => state.draft);
  const [replaced, setReplaced] = useState<ReadonlyMap<FieldId, Answer | null>>(new Map());
  const [pending, setPending] = useState<TakenVersion | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const at = (instant: Instant): string => formatInstant(Date.parse(instant), timeZone);

  const decide = async (taken: TakenVersion): Promise<void> => {
    setPending(taken);
    setError(null);
    try {
      await session.takeVersion(other.hash, taken);
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
      setPending(null);
    }
  };
  const takeField = (field: FieldId): void => {
    setReplaced(new Map([...replaced, [field, answers[field] ?? null]]));
    session.edit(field, other.answers[field] ?? null);
  };
  const putBack = (field: FieldId): void => {
    session.edit(field, replaced.get(field) ?? null);
    setReplaced(new Map([...replaced].filter(([id]) => id !== field)));
  };
  const isKnown = (field: FieldId): boolean => venue.form.fields.some(({ id }) => id === field);
  const fieldAct = (field: FieldId): ReactNode => {
    if (!isKnown(field)) return undefined;
    const label = venue.form.fields.find(({ id }) => id === field)?.label ?? field;
    const isTaken = replaced.has(field);
    const word = isTaken ? 'Put mine back' : 'Take the other';
    return (
      <Button
        size="small"
        kind="quiet"
        onPress={() => (isTaken ? putBack(field) : takeField(field))}
        isDisabled={pending !== null}
        ariaLabel={`${word}: ${label}`}
      >
        {word}
      </Button>
    );
  };
  const keepButton = (taken: TakenVersion, words: string): ReactNode => (
    <Button
      onPress={() => void decide(taken)}
      isPending={pending === taken}
      isDisabled={pending !== null && pending !== taken}
    >
      {words}
    </Button>
  );

  return (
    <Dialog
      isOpen
      size="wide"
      title={`Two versions of your review of #${paper.number}`}
      onClose={onClose}
      footer={<Button onPress={onClose}>Decide later</Button>}
      footerNote="Your next export settles it for the chairs too. Undo in the form takes back what you took over."
    >
      <div className={styles['sheet']}>
        {error !== null && <RequestErrorBanner title="Not decided" error={error} />}
        <VersionCompare
          form={venue}
          left={{
            title: 'What is here',
            note: draft.savedAt === null ? 'Nothing written yet' : `Last changed ${at(draft.savedAt)}`,
            answers,
            isReady: draft.isReady,
            act: keepButton('mine', 'Keep what is here'),
          }}
          right={{
            title: 'The other version',
            note: `Written ${at(other.writtenAt)} on another computer of yours`,
            answers: other.answers,
            isReady: other.isReady,
            act: keepButton('theirs', 'Take the other version'),
          }}
          fieldAct={fieldAct}
          shown={new Set(replaced.keys())}
        />
      </div>
    </Dialog>
  );
}
