import { listOwed, writeOwedLetters } from '../services/owed-reviews';
import type { Handlers } from './handler';

/** Who owes reviews, and letters that remind them. */
export const owedHandlers: Pick<Handlers, 'owed.list' | 'owed.writeLetters'> = {
  'owed.list': ({ services }, input) => listOwed(services, input),
  'owed.writeLetters': ({ services, tokens }, { folder, ...input }) => ({
    fileNames: writeOwedLetters(services, { ...input, folder: tokens.pathOf(folder, 'folder') }),
  }),
};
