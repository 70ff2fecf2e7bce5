import { focusOwnWindow, openOwnWindow, ownWindow } from './own-windows';

/** Opens the main window where it was last, or brings the open one to the front. The reader's window goes with it. */
export function openWindow(dataFolder: string): void {
  if (ownWindow('window') !== null) {
    focusWindow();
    return;
  }
  openOwnWindow('window', {
    dataFolder,
    page: 'index.html',
    onClosed: () => ownWindow('reader-window')?.close(),
  });
}

/** Brings the main window to the front, if there is one. */
export function focusWindow(): void {
  focusOwnWindow('window');
}
