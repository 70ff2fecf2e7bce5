import { useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { TextField } from '@renderer/ui/TextField';
import type { VenueId } from '@shared/model/ids';
import { viewNameSchema } from '@shared/model/table-view';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import type { TableLook } from './use-table-look';

/** Props of {@link SaveViewDialog}. */
export interface SaveViewDialogProps {
  readonly venue: VenueId;
  readonly look: TableLook;
  /** The names that are taken. */
  readonly known: readonly string[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

/** Asks for a name under which to keep the filters, the columns and the order of the table. */
export function SaveViewDialog({ venue, look, known, isOpen, ...props }: SaveViewDialogProps): ReactNode {
  const [name, setName] = useState('');
  const [error, setError] = useState<RequestError | null>(null);
  const trimmed = name.trim();
  const isWrong = trimmed !== '' && !viewNameSchema.safeParse(trimmed).success;
  const close = (): void => {
    setName('');
    setError(null);
    props.onClose();
  };
  const save = async (): Promise<void> => {
    const { face, filter, sort } = look;
    try {
      await request('tableView.save', { venue, view: { name: trimmed, face, filter, sort } });
      props.onSaved(trimmed);
      close();
    } catch (thrown) {
      setError(toRequestError(thrown));
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      size="small"
      title="Save this view"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button kind="primary" isDisabled={trimmed === '' || isWrong} onPress={() => void save()}>
            {known.includes(trimmed) ? 'Replace view' : 'Save view'}
          </Button>
        </>
      }
    >
      {error !== null && <RequestErrorBanner title="Not saved" error={error} />}
      <TextField
        label="Name"
        description="Keeps the filters, the columns and the order. Papers that come in later are in it too."
        value={name}
        maxLength={60}
        error={isWrong ? 'A name has no slashes.' : undefined}
        autoFocus
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && trimmed !== '' && !isWrong) void save();
        }}
      />
    </Dialog>
  );
}
