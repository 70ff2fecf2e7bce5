import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type WebPreferences } from 'electron';
import type { ChangeEvent, TopicName, Topics } from '@shared/contract/topics';
import { readWindowState, saveWindowState, type WindowName } from '../store/window-state';
import { APP_ORIGIN } from './own-scheme';
import { guardUnsaved } from './unload-guard';
import { recoverWindow } from './window-recovery';

/** The open windows that a person works in. */
const windows = new Map<WindowName, BrowserWindow>();

/** Topics that ask for something to be done once: one window hears them, the one in front or the main one. */
const FOR_ONE: ReadonlySet<TopicName> = new Set<TopicName>([
  'command.chosen',
  'files.offered',
  'venue.asked',
]);

/** Those of them that only the main window can do. */
const FOR_MAIN: ReadonlySet<TopicName> = new Set<TopicName>(['files.offered', 'venue.asked']);

/** What every page of the application may do: nothing but draw, and ask through its bridge. */
export function ownWebPreferences(): WebPreferences {
  return {
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    // On Linux and Windows the checker would fetch its dictionaries from the network.
    spellcheck: process.platform === 'darwin',
  };
}

/** Opens a window on a page of the application, where it was last. `onClosed` is told when it is gone. */
export function openOwnWindow(
  name: WindowName,
  { dataFolder, page, onClosed }: OwnWindowOptions,
): BrowserWindow {
  const { isMaximized, ...bounds } = readWindowState(dataFolder, name);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Referee',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
    webPreferences: ownWebPreferences(),
  });
  windows.set(name, window);
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    saveWindowState(dataFolder, { ...window.getNormalBounds(), isMaximized: window.isMaximized() }, name);
  });
  window.on('closed', () => {
    windows.delete(name);
    onClosed();
  });
  guardUnsaved(window);
  recoverWindow(window);
  void window.loadURL(`${APP_ORIGIN}/${page}`);
  return window;
}

/** What a window of the application is opened with. */
export interface OwnWindowOptions {
  readonly dataFolder: string;
  /** The page and what follows its name: `index.html`. */
  readonly page: string;
  readonly onClosed: () => void;
}

/** An open window by its name. */
export function ownWindow(name: WindowName): BrowserWindow | null {
  return windows.get(name) ?? null;
}

/** The window that a person works in now, for dialogs to belong to: the one in front, or else the main one. */
export function currentWindow(): BrowserWindow | null {
  return [...windows.values()].find((window) => window.isFocused()) ?? ownWindow('window');
}

/** Brings a window to the front, if it is open. */
export function focusOwnWindow(name: WindowName): void {
  const window = ownWindow(name);
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Tells the windows that something changed. */
export function publish<Name extends TopicName>(topic: Name, payload: Topics[Name]): void {
  const event = { topic, payload } as ChangeEvent;
  const hearing = FOR_MAIN.has(topic) ? ownWindow('window') : currentWindow();
  for (const window of FOR_ONE.has(topic) ? [hearing] : windows.values()) {
    if (window !== null && !window.isDestroyed()) window.webContents.send('referee:event', event);
  }
}
