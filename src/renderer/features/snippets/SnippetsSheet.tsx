import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { request, toRequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { IconButton } from '@renderer/ui/IconButton';
import { toast } from '@renderer/ui/toasts';
import type { Snippet } from '@shared/model/snippet';
import { formatCount } from '../common/format';
import { RequestErrorState } from '../common/RequestErrorState';
import { SnippetForm } from './SnippetForm';
import styles from './snippets.module.css';

/** Props of {@link SnippetsSheet}. */
export interface SnippetsSheetProps {
  readonly onClose: () => void;
}

/** My snippets, to make, change and remove them. */
export function SnippetsSheet({ onClose }: SnippetsSheetProps): ReactNode {
  const { data, error, refetch } = useQuery('snippet.list', {});
  const [edited, setEdited] = useState<Snippet | 'new' | null>(null);
  const start = (
    <Button icon={Plus} onPress={() => setEdited('new')}>
      New snippet
    </Button>
  );
  return (
    <Dialog
      isOpen
      title="Snippets"
      onClose={onClose}
      footerNote={data && formatCount(data.length, 'snippet')}
      footer={<Button onPress={onClose}>Close</Button>}
    >
      {data === undefined && error !== null && (
        <RequestErrorState what="Your snippets could not be read" error={error} onRetry={refetch} />
      )}
      {edited !== null && (
        <SnippetForm snippet={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
      )}
      {edited === null && data?.length === 0 && (
        <EmptyState title="No snippets yet" action={start}>
          Words that you write again and again, a key away while you write a review.
        </EmptyState>
      )}
      {edited === null && data !== undefined && data.length > 0 && (
        <div className={styles['stack']}>
          {start}
          <ul aria-label="Snippets" className={styles['list']}>
            {data.map((snippet) => (
              <li key={snippet.name} className={styles['row']}>
                <div className={styles['words']}>
                  <div className={styles['label']}>{snippet.name}</div>
                  <div className={styles['glimpse']}>{snippet.text}</div>
                </div>
                <IconButton
                  label={`Change ${snippet.name}`}
                  icon={Pencil}
                  onPress={() => setEdited(snippet)}
                />
                <IconButton label={`Remove ${snippet.name}`} icon={Trash2} onPress={() => remove(snippet)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

function remove(snippet: Snippet): void {
  request('snippet.remove', { name: snippet.name }).then(
    () =>
      toast({
        title: `${snippet.name} was removed`,
        action: {
          label: 'Bring it back',
          run: () => void request('snippet.save', { ...snippet, replaces: null }).catch(tellRefused),
        },
      }),
    tellRefused,
  );
}

function tellRefused(thrown: unknown): void {
  toast({ title: 'The snippets stay as they were', text: toRequestError(thrown).message, tone: 'danger' });
}
