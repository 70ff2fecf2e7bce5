import { useEffect, useRef, useState, type ReactNode } from 'react';
import { toRequestError, type RequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { List } from '@renderer/ui/List';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { FormField } from '@shared/model/form';
import type { FormHandle } from '../common/form-handle';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import styles from './field-history.module.css';
import { VersionDetail, type VersionView } from './VersionDetail';
import { VersionRow } from './VersionRow';

/** Props of {@link HistorySheet}. */
export interface HistorySheetProps {
  readonly form: FormHandle;
  readonly field: FormField;
  readonly onClose: () => void;
}

/** Every version of one answer by time, what changed, and the way back to one. */
export function HistorySheet({ form, field, onClose }: HistorySheetProps): ReactNode {
  const input = { venue: form.venue.id, paper: form.paper.number, field: field.id };
  const versions = useQuery('review.listVersions', input);
  const [chosenId, choose] = useState<number | null>(null);
  const [view, setView] = useState<VersionView>('before');
  const [error, setError] = useState<RequestError | null>(null);
  const [isPending, setPending] = useState(false);
  const list = versions.data ?? [];
  const [newest] = list;
  const index = Math.max(
    0,
    list.findIndex(({ id }) => id === chosenId),
  );
  const chosen = list[index];
  const listHolder = useRef<HTMLDivElement>(null);
  const hasVersions = chosen !== undefined;
  useEffect(() => {
    if (hasVersions) listHolder.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [hasVersions]);

  const restore = async (): Promise<void> => {
    if (chosen === undefined) return;
    setPending(true);
    setError(null);
    try {
      await form.restore(field.id, chosen.id);
      onClose();
    } catch (thrown) {
      setError(toRequestError(thrown));
      setPending(false);
    }
  };

  return (
    <Dialog
      isOpen
      isDismissable
      size="wide"
      title={`History of ${field.label}, #${form.paper.number}`}
      onClose={onClose}
      footerNote="Kept on this computer only. What stands now stays in the history when you restore."
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            kind="primary"
            onPress={() => void restore()}
            isPending={isPending}
            isDisabled={chosen === undefined || chosen === newest}
          >
            Restore this version
          </Button>
        </>
      }
    >
      {error !== null && <RequestErrorBanner title="Not restored" error={error} />}
      {versions.data === undefined && versions.error === null && <SkeletonRows label="Loading the history" />}
      {versions.data === undefined && versions.error !== null && (
        <RequestErrorState
          what="The history could not be read"
          error={versions.error}
          onRetry={versions.refetch}
        />
      )}
      {versions.data !== undefined && newest === undefined && (
        <EmptyState title="Nothing was written here yet">
          From the first word on, every version of this field is kept.
        </EmptyState>
      )}
      {chosen !== undefined && newest !== undefined && (
        <div className={styles['columns']}>
          <div ref={listHolder} className={styles['list']}>
            <List
              label="Versions, newest first"
              items={list}
              itemKey={({ id }) => String(id)}
              selectedKey={String(chosen.id)}
              onSelect={({ id }) => choose(id)}
              renderItem={(version) => <VersionRow version={version} isNow={version === newest} />}
            />
          </div>
          <VersionDetail
            input={input}
            field={field}
            topics={form.venue.topics}
            version={chosen}
            now={newest}
            before={list[index + 1] ?? null}
            view={view}
            onView={setView}
          />
        </div>
      )}
    </Dialog>
  );
}
