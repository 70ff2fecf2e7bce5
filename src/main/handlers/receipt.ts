import { basename } from 'node:path';
import { verifyReceipt } from '../services/verify-receipt';
import type { Handlers } from './handler';

/** Receipts of reviews. */
export const receiptHandlers: Pick<Handlers, 'receipt.make' | 'receipt.verify'> = {
  'receipt.make': (deps, { file, ...input }) =>
    deps.jobs.start(
      'make-receipt',
      { ...input, path: deps.tokens.pathOf(file, 'write') },
      ({ path, readablePath, ...written }) => ({
        ...written,
        fileName: basename(path),
        readableName: readablePath === null ? null : basename(readablePath),
      }),
    ),
  'receipt.verify': async ({ services, tokens, keys }, { file }) => {
    const path = tokens.pathOf(file, 'read');
    return verifyReceipt(services, { path, ownFingerprint: (await keys.describe()).fingerprint });
  },
};
