import { app, dialog, type BrowserWindow } from 'electron';

/** A second crash within this time is not answered by yet another reload, milliseconds. */
export const CRASH_INTERVAL_MS = 60_000;

/**
 * A window whose page has died or hangs is brought back: what was acknowledged is on disk, so loading again loses
 * nothing of it. A page that dies again soon after is not loaded without end; a person decides.
 */
export function recoverWindow(window: BrowserWindow, nowMs: () => number = () => performance.now()): void {
  const page = window.webContents;
  let crashedAtMs = -Infinity;
  let isAsking = false;

  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const isFirst = nowMs() - crashedAtMs > CRASH_INTERVAL_MS;
    crashedAtMs = nowMs();
    if (isFirst) page.reload();
    else void askAfterCrash(window);
  });

  window.on('unresponsive', () => {
    if (isAsking) return;
    isAsking = true;
    void askWhileHanging(window).then((isToReload) => {
      isAsking = false;
      if (!isToReload || window.isDestroyed()) return;
      // A page that hangs cannot be asked to go: it is ended, and comes back as after a crash.
      crashedAtMs = -Infinity;
      page.forcefullyCrashRenderer();
    });
  });
}

async function askAfterCrash(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window failed twice',
    detail:
      'Everything that was shown as saved is on disk. Load the window again, or quit and start Referee later.',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.webContents.reload();
}

/** Whether to load again. The question goes away by itself when the page answers again. */
async function askWhileHanging(window: BrowserWindow): Promise<boolean> {
  const answered = new AbortController();
  const onAnswer = (): void => {
    answered.abort();
  };
  window.once('responsive', onAnswer);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window does not answer',
    detail: 'Wait for it, or load it again. Everything that was shown as saved is on disk.',
    buttons: ['Wait', 'Reload'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal: answered.signal,
  });
  window.off('responsive', onAnswer);
  return response === 1;
}
