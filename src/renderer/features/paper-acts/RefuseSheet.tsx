import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import {
  conflictKindSchema,
  MAX_REASON_LENGTH,
  type ConflictKind,
  type Refusal,
} from '@shared/model/response';
import { conflictKindWords } from '@shared/rules/conflict-kinds';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { RadioList } from '@renderer/ui/RadioList';
import { TextArea } from '@renderer/ui/TextArea';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import styles from './paper-acts.module.css';

/** Props of {@link RefuseSheet}. */
export interface RefuseSheetProps {
  readonly venue: VenueId;
  readonly paper: PaperNumber;
  /** What is to be said of the paper. */
  readonly kind: Refusal['kind'];
  readonly onClose: () => void;
}

const kinds = conflictKindSchema.options.map((id) => ({ id, label: conflictKindWords[id] }));

/** Declining a paper, or declaring a conflict of interest with it: why, and who will read that. */
export function RefuseSheet({ venue, paper, kind, onClose }: RefuseSheetProps): ReactNode {
  const [text, setText] = useState('');
  const [conflict, setConflict] = useState<ConflictKind>('co-author');
  const [error, setError] = useState<RequestError | null>(null);
  const [isPending, setPending] = useState(false);
  const isConflict = kind === 'conflict';
  const say = async (): Promise<void> => {
    setPending(true);
    setError(null);
    const statement: Refusal = isConflict
      ? { kind, conflict, note: text.trim() }
      : { kind: 'declined', reason: text.trim() };
    try {
      await request('paper.refuse', { venue, paper, statement });
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
      setPending(false);
    }
  };
  const tooLong = text.length > MAX_REASON_LENGTH;
  return (
    <Dialog
      isOpen
      title={isConflict ? `Conflict of interest with #${paper}` : `Decline #${paper}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={() => void say()} isPending={isPending} isDisabled={tooLong}>
            {isConflict ? 'Declare the conflict' : 'Decline the paper'}
          </Button>
        </>
      }
      footerNote="Nothing is sent: it goes out with your next export."
    >
      <div className={styles['stack']}>
        {error !== null && <RequestErrorBanner title="Not said" error={error} />}
        <p>
          {isConflict
            ? 'A conflict of interest is for the chairs to know early: they will ask somebody else.'
            : 'The chairs will ask somebody else. The earlier they know, the better.'}
        </p>
        {isConflict && (
          <RadioList label="What kind" options={kinds} value={conflict} onChange={setConflict} />
        )}
        <TextArea
          label={isConflict ? 'Note (optional)' : 'Reason (optional)'}
          description="Chairs and organizers read it."
          value={text}
          onChange={setText}
          minRows={3}
          maxRows={10}
          autoFocus={!isConflict}
          error={tooLong ? `${text.length} characters, at most ${MAX_REASON_LENGTH}` : undefined}
        />
        <p className={styles['quiet']}>
          What you wrote of this paper stays on this computer and does not go out. You can take this back.
        </p>
      </div>
    </Dialog>
  );
}
