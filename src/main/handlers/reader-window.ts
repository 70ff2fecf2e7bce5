import { AppError } from '@shared/contract/errors';
import type { Handlers } from './handler';

/** The reader in a window of its own. */
export const readerWindowHandlers: Pick<
  Handlers,
  'readerWindow.get' | 'readerWindow.show' | 'readerWindow.close'
> = {
  'readerWindow.get': (deps) => deps.readerWindow?.subject() ?? null,
  'readerWindow.show': (deps, subject) => {
    if (deps.readerWindow === null)
      throw new AppError(
        'NOT_AVAILABLE_HERE',
        'The command line has no windows. Open the PDF with a reader.',
      );
    deps.readerWindow.show(subject);
    return null;
  },
  'readerWindow.close': (deps) => {
    deps.readerWindow?.close();
    return null;
  },
};
