import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';

/** What was done to a window: `close`, `reload`, `crash`. */
export interface FakeWindow {
  readonly window: BrowserWindow;
  readonly acts: string[];
  /** The page has died, for a reason of Chromium's. */
  die(reason: string): void;
  /** The page objects to going away; answers whether it was let go. */
  object(): boolean;
  emit(event: string): void;
  emitOfPage(event: string): void;
}

/** A window without Electron: events go in, acts come out. */
export function makeFakeWindow(): FakeWindow {
  const acts: string[] = [];
  const page = Object.assign(new EventEmitter(), {
    reload: () => acts.push('reload'),
    forcefullyCrashRenderer: () => acts.push('crash'),
  });
  const window = Object.assign(new EventEmitter(), {
    webContents: page,
    isDestroyed: () => false,
    close: () => {
      acts.push('close');
      window.emit('close');
    },
  });
  return {
    window: window as unknown as BrowserWindow,
    acts,
    die: (reason) => page.emit('render-process-gone', {}, { reason }),
    object: () => {
      let isLetGo = false;
      page.emit('will-prevent-unload', { preventDefault: () => (isLetGo = true) });
      return isLetGo;
    },
    emit: (event) => window.emit(event),
    emitOfPage: (event) => page.emit(event),
  };
}
