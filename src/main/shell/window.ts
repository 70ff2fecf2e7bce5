import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import type { ChangeEvent, TopicName, Topics } from '@shared/contract/topics';
import { readWindowState, saveWindowState } from '../store/window-state';
import { APP_ORIGIN } from './protocol';

let current: BrowserWindow | null = null;

/** Opens the window where it was last, or brings the open one to the front. */
export function openWindow(dataFolder: string): void {
  if (current !== null) {
    focusWindow();
    return;
  }
  const { isMaximized, ...bounds } = readWindowState(dataFolder);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Referee',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // On Linux and Windows the checker would fetch its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  current = window;
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    saveWindowState(dataFolder, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  window.on('closed', () => {
    current = null;
  });
  guardUnsaved(window);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
}

/** How long a change on its way to disk is waited for before a person is asked, milliseconds. */
const GRACE_MS = 400;

/**
 * The page objects to being closed while a change is not on disk. Most often it is there a moment later, so closing is
 * tried again once; after that a person decides.
 */
function guardUnsaved(window: BrowserWindow): void {
  let hasWaited = false;
  window.webContents.on('will-prevent-unload', (event) => {
    if (!hasWaited) {
      hasWaited = true;
      setTimeout(() => {
        if (!window.isDestroyed()) window.close();
      }, GRACE_MS);
      return;
    }
    hasWaited = false;
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'A review is not saved',
      detail:
        'The newest change could not be written to disk. Keep Referee open to try again or to copy the text.',
      buttons: ['Keep open', 'Close and lose the change'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Preventing the event lets the page go.
    if (choice === 1) event.preventDefault();
  });
}

/** Brings the window to the front, if there is one. */
export function focusWindow(): void {
  if (current === null) return;
  if (current.isMinimized()) current.restore();
  current.focus();
}

/** The open window, for dialogs to belong to. */
export function currentWindow(): BrowserWindow | null {
  return current;
}

/** Tells the window that something changed. */
export function publish<Name extends TopicName>(topic: Name, payload: Topics[Name]): void {
  const event = { topic, payload } as ChangeEvent;
  if (current !== null && !current.isDestroyed()) current.webContents.send('referee:event', event);
}
