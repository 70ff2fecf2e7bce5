import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '@shared/contract/bridge';
import type { ChosenFile } from '@shared/contract/file';
import type { Result } from '@shared/contract/errors';
import type { ChangeEvent } from '@shared/contract/topics';

/** One channel for requests, one for changes, one for dropped files. No logic. */
const bridge: Bridge = {
  request: (route, input) => ipcRenderer.invoke('referee:request', route, input) as Promise<Result<unknown>>,
  subscribe(listener) {
    const onEvent = (_event: unknown, change: ChangeEvent): void => {
      listener(change);
    };
    ipcRenderer.on('referee:event', onEvent);
    return () => {
      ipcRenderer.off('referee:event', onEvent);
    };
  },
  offerFiles(files) {
    const paths = files
      .filter((file): file is File => file instanceof File)
      .map((file) => webUtils.getPathForFile(file));
    return ipcRenderer.invoke('referee:offer', paths) as Promise<readonly ChosenFile[]>;
  },
};

contextBridge.exposeInMainWorld('referee', bridge);
