import { useMemo } from 'react';
import type { FormHandle } from '../common/form-handle';
import { fieldOf } from './focus-field';
import type { FormContext } from './session-context';
import type { FormActs } from './use-form-acts';

/** The form for what a workspace joins to it; the same as long as the form shows the same review. */
export function useFormHandle({ venue, paper, session }: FormContext, { goTo }: FormActs): FormHandle {
  return useMemo(
    () => ({
      venue,
      paper,
      answers: () => session.store.getState().answers,
      subscribe: session.store.subscribe,
      goTo,
      fieldInHand: () => fieldOf(document.activeElement),
      restore: session.restore,
    }),
    [venue, paper, session, goTo],
  );
}
