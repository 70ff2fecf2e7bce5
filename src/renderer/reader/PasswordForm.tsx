import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { TextField } from '@renderer/ui/TextField';
import styles from './password-form.module.css';
import { submitPassword } from './reader-actions';
import { useReader, useReaderStore } from './reader-store';

/** Asks for the password of a protected paper, in place of its pages. The password is passed on and not kept. */
export function PasswordForm(): ReactNode {
  const store = useReaderStore();
  const isWrong = useReader((state) => state.isPasswordWrong);
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles['form']}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (password === '') return;
        setPassword('');
        submitPassword(store, password);
      }}
    >
      <h2 className={styles['title']}>This paper is protected by a password</h2>
      <TextField
        label="Password"
        type="password"
        value={password}
        onChange={setPassword}
        description="Whoever sent the paper knows it. It is asked each time and not kept."
        error={isWrong ? 'That password does not open this paper.' : undefined}
        autoFocus
      />
      <Button type="submit" kind="primary" isDisabled={password === ''}>
        Open the paper
      </Button>
    </form>
  );
}
