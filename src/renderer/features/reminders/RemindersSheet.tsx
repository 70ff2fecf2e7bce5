import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { toast } from '@renderer/ui/toasts';
import type { PersonId, VenueId } from '@shared/model/ids';
import { formatCount } from '../common/format';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import { describeAllOwed } from './owed-words';
import { OwingTable } from './OwingTable';
import { LetterView } from './LetterView';
import styles from './reminders.module.css';

/** Props of {@link RemindersSheet}. */
export interface RemindersSheetProps {
  readonly venue: VenueId;
  readonly onClose: () => void;
}

/** Who owes which reviews, and a letter to each: to copy, or as files that a mail program opens. Nothing is sent here. */
export function RemindersSheet({ venue, onClose }: RemindersSheetProps): ReactNode {
  const { data, error, refetch } = useQuery('owed.list', { venue });
  // Null until a person chooses: then everybody is meant.
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [active, setActive] = useState<PersonId | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const owing = data ?? [];
  const checked = chosen ?? new Set<string>(owing.map(({ person }) => person));
  const addressed = owing.filter(({ person }) => checked.has(person));
  const shown = owing.find(({ person }) => person === active) ?? owing[0];

  const write = async (): Promise<void> => {
    setFailure(null);
    try {
      const [folder] = await request('file.choose', { purpose: 'letter-folder', suggestedName: null });
      if (folder === undefined) return;
      const { fileNames } = await request('owed.writeLetters', {
        venue,
        people: addressed.map(({ person }) => person),
        folder: folder.token,
      });
      toast({
        tone: 'success',
        title: `Wrote ${formatCount(fileNames.length, 'letter')} to ${folder.name}`,
        text: 'Open each in your mail program, read it, and send it.',
        action: {
          label: 'Show in folder',
          run: () =>
            void request('file.showInFolder', { file: folder.token }).catch((thrown: unknown) =>
              setFailure(toRequestError(thrown)),
            ),
        },
      });
    } catch (thrown) {
      setFailure(toRequestError(thrown));
    }
  };

  return (
    <Dialog
      isOpen
      size="wide"
      title="Missing reviews"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button kind="primary" isDisabled={addressed.length === 0} onPress={() => void write()}>
            Write {formatCount(addressed.length, 'letter')}…
          </Button>
        </>
      }
      footerNote="Nothing is sent from here: you send it."
    >
      {data === undefined && error === null && <SkeletonRows label="Loading who owes reviews" count={6} />}
      {data === undefined && error !== null && (
        <RequestErrorState what="Who owes reviews could not be read" error={error} onRetry={refetch} />
      )}
      {failure !== null && (
        <RequestErrorBanner
          title="No letter was written"
          error={failure}
          onDismiss={() => setFailure(null)}
        />
      )}
      {data?.length === 0 && (
        <EmptyState title="No review is missing">Everybody who was asked has sent a ready review.</EmptyState>
      )}
      {shown !== undefined && (
        <div className={styles['sheet']}>
          <p className={styles['sum']}>
            {describeAllOwed(owing)}. Who declined or has a conflict of interest is not counted.
          </p>
          <div className={styles['sides']}>
            <OwingTable
              owing={owing}
              checked={checked}
              onChecked={setChosen}
              active={shown.person}
              onActive={setActive}
            />
            <LetterView owing={shown} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
