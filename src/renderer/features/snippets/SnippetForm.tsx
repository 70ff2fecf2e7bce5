import { useState, type FormEvent, type ReactNode } from 'react';
import { request, toRequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import { snippetNameSchema, type Snippet } from '@shared/model/snippet';
import styles from './snippets.module.css';

/** Props of {@link SnippetForm}. */
export interface SnippetFormProps {
  /** The snippet that is changed; null for a new one. */
  readonly snippet: Snippet | null;
  readonly onDone: () => void;
}

/** The name and the words of one snippet. */
export function SnippetForm({ snippet, onDone }: SnippetFormProps): ReactNode {
  const [name, setName] = useState(snippet?.name ?? '');
  const [text, setText] = useState(snippet?.text ?? '');
  const [refusal, setRefusal] = useState<string>();
  const [isTried, setTried] = useState(false);
  const isNamed = snippetNameSchema.safeParse(name.trim()).success;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isNamed || text === '') return;
    request('snippet.save', { name: name.trim(), text, replaces: snippet?.name ?? null }).then(
      onDone,
      (thrown: unknown) => setRefusal(toRequestError(thrown).message),
    );
  };
  return (
    <form className={styles['form']} aria-label={snippet?.name ?? 'New snippet'} onSubmit={save}>
      <TextField
        label="Name"
        value={name}
        maxLength={60}
        autoFocus
        error={refusal ?? (isTried && !isNamed ? 'Give it a name.' : undefined)}
        onChange={(next) => {
          setName(next);
          setRefusal(undefined);
        }}
      />
      <TextArea
        label="Words"
        description="Markdown, put in where the caret is."
        value={text}
        minRows={5}
        maxRows={14}
        error={isTried && text === '' ? 'Write what it inserts.' : undefined}
        onChange={setText}
      />
      <div className={styles['acts']}>
        <Button onPress={onDone}>Cancel</Button>
        <Button kind="primary" type="submit">
          Keep
        </Button>
      </div>
    </form>
  );
}
