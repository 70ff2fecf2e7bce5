import { dialog, type BrowserWindow } from 'electron';

/** How long a change on its way to disk is waited for before a person is asked, milliseconds. */
export const GRACE_MS = 400;

/** What the page objected to. */
type Leaving = 'close' | 'reload';

const LOSS: Readonly<Record<Leaving, string>> = {
  close: 'Close and lose the change',
  reload: 'Reload and lose the change',
};

/**
 * The page objects to going away while a change is not on disk. Most often it is there a moment later, so what was
 * wanted (closing, or loading again) is tried again once; after that a person decides.
 */
export function guardUnsaved(window: BrowserWindow): void {
  const page = window.webContents;
  let wanted: Leaving = 'reload';
  let phase: 'at rest' | 'waiting' | 'again' = 'at rest';
  const rest = (): void => {
    wanted = 'reload';
    phase = 'at rest';
  };
  // Told before the page is asked; a reload has no such event.
  window.on('close', () => {
    wanted = 'close';
  });
  page.on('did-navigate', rest);
  page.on('will-prevent-unload', (event) => {
    if (phase === 'at rest') {
      phase = 'waiting';
      setTimeout(() => {
        if (window.isDestroyed() || phase !== 'waiting') return;
        phase = 'again';
        if (wanted === 'close') window.close();
        else page.reload();
      }, GRACE_MS);
      return;
    }
    if (phase === 'waiting') return;
    const choice = askToLose(window, wanted);
    rest();
    // Preventing the event lets the page go.
    if (choice === 1) event.preventDefault();
  });
}

function askToLose(window: BrowserWindow, wanted: Leaving): number {
  return dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Something that you wrote is not saved',
    detail:
      'The newest change could not be written to disk. Keep Referee open to try again or to copy the text.',
    buttons: ['Keep open', LOSS[wanted]],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
}
