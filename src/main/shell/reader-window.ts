import type { ReaderSubject } from '@shared/contract/reader-window';
import type { ReaderWindow } from '../handlers/deps';
import { focusOwnWindow, openOwnWindow, ownWindow, publish } from './own-windows';

/** The reader in a window of its own, for a second screen: the same page of the application, which shows the reader only. */
export function createReaderWindow(dataFolder: string): ReaderWindow {
  let shown: ReaderSubject | null = null;
  const tell = (subject: ReaderSubject | null): void => {
    shown = subject;
    publish('readerWindow.changed', { subject });
  };
  return {
    subject: () => shown,
    show: (subject) => {
      const isOpen = ownWindow('reader-window') !== null;
      tell(subject);
      if (isOpen) return;
      openOwnWindow('reader-window', {
        dataFolder,
        page: 'index.html?window=reader',
        onClosed: () => {
          tell(null);
          focusOwnWindow('window');
        },
      });
    },
    close: () => ownWindow('reader-window')?.close(),
  };
}
