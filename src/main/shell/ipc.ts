import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { ChosenFile } from '@shared/contract/file';
import type { Result } from '@shared/contract/errors';
import type { FileTokens } from '../handlers/file-tokens';
import type { Router } from '../router';
import { APP_ORIGIN } from './own-scheme';

/** The most files that one drop may bring. */
const MAX_DROPPED = 10_000;

/** Answers the window's requests. Only the top frame of our own page may ask. */
export function registerIpc(router: Router, tokens: FileTokens): void {
  ipcMain.handle(
    'referee:request',
    async (event, route: unknown, input: unknown): Promise<Result<unknown>> => {
      if (!isOwnPage(event)) return forbidden();
      return router(typeof route === 'string' ? route : '', input);
    },
  );
  ipcMain.handle('referee:offer', (event, paths: unknown): readonly ChosenFile[] => {
    if (!isOwnPage(event) || !Array.isArray(paths)) return [];
    return tokens.issueFiles(
      paths.filter((path): path is string => typeof path === 'string' && path !== '').slice(0, MAX_DROPPED),
    );
  });
}

/** `senderFrame` is null when the frame has gone while its message was on the way. */
function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  const isTop = frame !== null && frame === event.sender.mainFrame;
  const isWindow = BrowserWindow.fromWebContents(event.sender) !== null;
  return isTop && isWindow && frame.url.startsWith(`${APP_ORIGIN}/`);
}

function forbidden(): Result<unknown> {
  return {
    ok: false,
    error: { code: 'REQUEST_FORBIDDEN', message: 'This page may not ask Referee.', detail: null },
  };
}
