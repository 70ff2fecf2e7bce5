import { toast } from '@renderer/ui/toasts';
import type { ReaderStore } from './reader-store';

/** Makes every page ready and opens the print dialog. Says so when a page cannot be painted. */
export async function printPaper(store: ReaderStore): Promise<void> {
  const { session, printing } = store.getState();
  if (session?.pictures === undefined || printing !== undefined) return;
  const cancelling = new AbortController();
  store.setState({ printing: { pages: 0, cancelling } });
  try {
    await session.pictures.print({
      signal: cancelling.signal,
      onProgress: (pages) => store.setState({ printing: { pages, cancelling } }),
    });
  } catch {
    if (!cancelling.signal.aborted) {
      toast({
        tone: 'danger',
        title: 'The paper cannot be printed',
        text: 'One of its pages cannot be drawn.',
      });
    }
  } finally {
    store.setState({ printing: undefined });
  }
}

/** Stops making the paper ready for the printer. */
export function cancelPrint(store: ReaderStore): void {
  store.getState().printing?.cancelling.abort();
}
