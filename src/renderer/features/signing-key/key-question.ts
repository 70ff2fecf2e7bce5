import { create } from 'zustand';
import type { KeyNeed } from '@renderer/bridge/key-asker';

/** A question about the signing key that an act waits for. */
interface Question {
  readonly need: KeyNeed;
  readonly answered: Promise<boolean>;
  readonly answer: (canGoOn: boolean) => void;
}

/** View state: the question that is open. */
export const useKeyQuestion = create<{ readonly open: Question | null }>(() => ({ open: null }));

/** Opens the question and answers when a person has: whether the act can be tried again. Acts may wait for the same one. */
export function askForKey(need: KeyNeed): Promise<boolean> {
  const { open } = useKeyQuestion.getState();
  if (open !== null) return open.answered;
  let answer = (_canGoOn: boolean): void => undefined;
  const answered = new Promise<boolean>((resolve) => {
    answer = (canGoOn) => {
      useKeyQuestion.setState({ open: null });
      resolve(canGoOn);
    };
  });
  useKeyQuestion.setState({ open: { need, answered, answer } });
  return answered;
}
