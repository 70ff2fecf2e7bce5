import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { toast } from '@renderer/ui/toasts';
import type { ChosenFile } from '@shared/contract/file';
import type { FormDifference } from '@shared/contract/offline-form';
import type { VenueId } from '@shared/model/ids';
import { formatCount } from '../common/format';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { useAnswer } from '../common/use-answer';
import { DifferenceRow, takeAtFirst, type Take } from './DifferenceRow';
import { FilesPick } from './FilesPick';
import styles from './other-systems.module.css';

/** Props of {@link FormInSheet}. */
export interface FormInSheetProps {
  readonly venue: VenueId;
  readonly onClose: () => void;
}

const keyOf = ({ paper, field }: FormDifference): string => `${paper} ${field}`;

/** A form that was edited elsewhere beside my drafts: what differs, and what of it to take. */
export function FormInSheet({ venue, onClose }: FormInSheetProps): ReactNode {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [touched, setTouched] = useState<ReadonlyMap<string, Take>>(new Map());
  const [error, setError] = useState<RequestError | null>(null);
  const compared = useAnswer('form.compare', file === null ? null : { venue, file: file.token });
  const differences = compared.data?.differences ?? [];
  const takeOf = (one: FormDifference): Take => touched.get(keyOf(one)) ?? takeAtFirst(one);
  const chosen = differences.flatMap((one) => {
    const take = takeOf(one);
    return take === 'mine' ? [] : [{ paper: one.paper, field: one.field, take }];
  });

  const take = async (): Promise<void> => {
    if (file === null || compared.data === undefined) return;
    setError(null);
    try {
      const { changed } = await request('form.take', {
        venue,
        file: file.token,
        digest: compared.data.digest,
        choices: chosen,
      });
      toast({ tone: 'success', title: `${formatCount(changed, 'answer')} taken into your reviews` });
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
    }
  };
  return (
    <Dialog
      isOpen
      title="Read a filled form back"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={() => void take()} isDisabled={chosen.length === 0}>
            {chosen.length === 0 ? 'Take answers' : `Take ${formatCount(chosen.length, 'answer')}`}
          </Button>
        </>
      }
      footerNote="What you do not take stays as it is in your reviews."
    >
      <div className={styles['stack']}>
        {error !== null && <RequestErrorBanner title="Nothing was taken" error={error} />}
        <FilesPick
          label="Filled form"
          description="A form that was written here and edited somewhere else."
          choices={[{ purpose: 'offline-form', title: 'Choose the form…' }]}
          files={file === null ? [] : [file]}
          onPick={([one]) => {
            setFile(one ?? null);
            setTouched(new Map());
            compared.again();
          }}
          error={compared.error?.message}
          isDisabled={false}
          autoFocus
        />
        {compared.data !== undefined && compared.data.notes.length > 0 && (
          <Banner tone="warning" title="Not everything in it has a place here">
            <ul className={styles['list']}>
              {compared.data.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Banner>
        )}
        {compared.data !== undefined && differences.length === 0 && (
          <Banner tone="success" title="It says what your reviews say" isAnnounced>
            Nothing to take.
          </Banner>
        )}
        <div>
          {differences.map((one) => (
            <DifferenceRow
              key={keyOf(one)}
              difference={one}
              take={takeOf(one)}
              onTake={(value) => setTouched((now) => new Map([...now, [keyOf(one), value]]))}
            />
          ))}
        </div>
      </div>
    </Dialog>
  );
}
