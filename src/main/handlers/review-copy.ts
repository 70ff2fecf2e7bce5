import { basename } from 'node:path';
import { copyToText } from '../services/write-copies';
import type { Handlers } from './handler';

/** Copies of my reviews. */
export const reviewCopyHandlers: Pick<Handlers, 'copy.toText' | 'copy.write'> = {
  'copy.toText': ({ services }, input) => copyToText(services, input),
  'copy.write': (deps, { target, ...input }) => {
    const kind = input.papers.length === 1 ? 'file' : 'folder';
    const path = deps.tokens.pathOf(target, kind === 'file' ? 'write' : 'folder');
    return deps.jobs.start('write-copies', { ...input, target: { kind, path } }, ({ paths }) => ({
      target: { token: target, name: basename(path) },
      fileNames: paths.map((one) => basename(one)),
    }));
  },
};
