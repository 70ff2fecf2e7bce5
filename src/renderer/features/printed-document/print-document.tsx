import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { PRINT_PATHS, type PrintedDocument } from '@shared/contract/printed-document';
import { DocumentView } from './DocumentView';

/** Fetches the document, shows it, and says when it stands as it is to be printed. */
export async function printDocument(root: HTMLElement): Promise<void> {
  try {
    const printed = (await (await fetch(PRINT_PATHS.document)).json()) as PrintedDocument;
    document.title = printed.title;
    const tree = createRoot(root);
    flushSync(() => {
      tree.render(<DocumentView printed={printed} />);
    });
    // Formulas are set in effects, which ran with the render; what they need of fonts is loaded once it is asked for.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    await fetch(PRINT_PATHS.ready);
  } catch {
    await fetch(PRINT_PATHS.failed);
  }
}
