import { useEffect, type ReactNode } from 'react';
import { setKeyAsker } from '@renderer/bridge/key-asker';
import { KeepingSheet } from './KeepingSheet';
import { askForKey, useKeyQuestion } from './key-question';
import { UnlockSheet } from './UnlockSheet';

/** Asks about the signing key whenever an act needs it: how a new one is kept, or the passphrase of one that is locked. */
export function KeyQuestions(): ReactNode {
  useEffect(() => {
    setKeyAsker(askForKey);
    return () => setKeyAsker(null);
  }, []);
  const open = useKeyQuestion((state) => state.open);
  if (open === null) return null;
  const refuse = (): void => open.answer(false);
  const goOn = (): void => open.answer(true);
  if (open.need === 'locked') return <UnlockSheet onClose={refuse} onUnlocked={goOn} />;
  return (
    <KeepingSheet
      title="Your signing key"
      choices={['passphrase', 'file']}
      confirmLabel="Go on"
      onClose={refuse}
      onKept={goOn}
    >
      <p>
        Referee signs the files that you send, so that others can tell they are from you and unchanged. Your
        key for that is made now.
      </p>
      <p>
        This computer has no keychain that could keep it, so choose how it is kept. You are asked this once.
      </p>
    </KeepingSheet>
  );
}
