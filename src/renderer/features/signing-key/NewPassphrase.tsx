import { useState, type ReactNode } from 'react';
import { Banner } from '@renderer/ui/Banner';
import { TextField } from '@renderer/ui/TextField';
import { findPassphraseProblem } from './key-words';
import styles from './signing-key.module.css';

/** A new passphrase as it is typed, twice. */
export interface NewPassphraseState {
  readonly passphrase: string;
  readonly repeated: string;
  /** What is wrong with it, once a person has tried to go on. */
  readonly problem: string | null;
  readonly set: (passphrase: string, repeated: string) => void;
  /** The passphrase when it is good; else null, and from now on the problem is shown. */
  readonly check: () => string | null;
}

/** The state of {@link NewPassphrase}. */
export function useNewPassphrase(): NewPassphraseState {
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [isChecked, setChecked] = useState(false);
  const problem = findPassphraseProblem(typed.passphrase, typed.repeated);
  return {
    ...typed,
    problem: isChecked ? problem : null,
    set: (passphrase, repeated) => setTyped({ passphrase, repeated }),
    check: () => {
      setChecked(true);
      return problem === null ? typed.passphrase : null;
    },
  };
}

/** Props of {@link NewPassphrase}. */
export interface NewPassphraseProps {
  readonly state: NewPassphraseState;
  /** What forgetting it means. */
  readonly warning: string;
  /** Whether the focus starts here. */
  readonly isFirst: boolean;
  readonly onEnter: () => void;
}

/** Asks for a new passphrase, twice, and says plainly that nobody can recover it. */
export function NewPassphrase({ state, warning, isFirst, onEnter }: NewPassphraseProps): ReactNode {
  const field = { type: 'password', maxLength: 1000 } as const;
  const goOn = ({ key }: { readonly key: string }): void => {
    if (key === 'Enter') onEnter();
  };
  return (
    <div className={styles['stack']}>
      <TextField
        {...field}
        label="Passphrase"
        value={state.passphrase}
        onChange={(passphrase) => state.set(passphrase, state.repeated)}
        error={state.problem ?? undefined}
        onKeyDown={goOn}
        autoFocus={isFirst}
      />
      <TextField
        {...field}
        label="The same again"
        value={state.repeated}
        onChange={(repeated) => state.set(state.passphrase, repeated)}
        onKeyDown={goOn}
      />
      <Banner tone="warning" title="Nobody can recover a forgotten passphrase">
        {warning}
      </Banner>
    </div>
  );
}
