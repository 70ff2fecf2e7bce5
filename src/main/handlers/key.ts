import { basename, dirname } from 'node:path';
import { backUpKey, restoreKey } from '../services/move-key';
import type { Handlers } from './handler';

/** The signing key: how it is kept, its backup, its way to another computer. */
export const keyHandlers: Pick<
  Handlers,
  'key.get' | 'key.protect' | 'key.unlock' | 'key.backUp' | 'key.restore'
> = {
  'key.get': ({ keys }) => keys.describe(),
  'key.protect': ({ keys }, choice) => keys.protect(choice),
  'key.unlock': ({ keys }, { passphrase }) => keys.unlock(passphrase),
  'key.backUp': async ({ services, keys, tokens }, { file, passphrase }) => {
    const path = tokens.pathOf(file, 'write');
    const fingerprint = await backUpKey(services, keys, { path, passphrase });
    return { fingerprint, file: { token: file, name: basename(path), folder: dirname(path) } };
  },
  'key.restore': ({ services, keys, tokens }, { file, ...input }) =>
    restoreKey(services, keys, { ...input, path: tokens.pathOf(file, 'read') }),
};
