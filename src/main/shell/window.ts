import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { ChangeEvent, TopicName, Topics } from '@shared/contract/topics';
import { readWindowState, saveWindowState } from '../store/window-state';
import { APP_ORIGIN } from './own-scheme';
import { guardUnsaved } from './unload-guard';
import { recoverWindow } from './window-recovery';

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
  recoverWindow(window);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
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
