import { linkAt, listenToLinkHover } from './engine/link-hover';
import type { PageLink } from './engine/link-preview';
import type { ReaderStore } from './reader-store';

/** How long a preview stays when the pointer has left its link: long enough to move onto it. */
const LINGER_MS = 250;

/** What opens and closes previews in one reader. */
export interface PreviewControl {
  /** Shows what a link leads to, beside it. */
  readonly open: (link: PageLink, element: HTMLElement, isFocused: boolean) => void;
  /** Closes it; `lingering`, unless the pointer reaches it first. */
  readonly close: (lingering?: boolean) => void;
  /** The pointer is on the preview: it stays. */
  readonly hold: () => void;
}

/** Opens and closes the previews of one reader's links, at most one at a time. */
export function createPreviewControl(store: Pick<ReaderStore, 'getState' | 'setState'>): PreviewControl {
  let painting = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = (): void => clearTimeout(timer);
  const closeNow = (): void => {
    hold();
    painting.abort();
    if (store.getState().preview !== undefined) store.setState({ preview: undefined });
  };
  return {
    hold,
    close: (lingering = false) => {
      if (!lingering) {
        closeNow();
        return;
      }
      hold();
      timer = setTimeout(closeNow, LINGER_MS);
    },
    open: (link, element, isFocused) => {
      closeNow();
      painting = new AbortController();
      const { signal } = painting;
      store
        .getState()
        .session?.pictures?.preview(link, signal)
        .then((preview) => {
          if (signal.aborted || preview === undefined) return;
          store.setState({ preview: { ...preview, element, isFocused } });
        })
        // A page that cannot be painted has no preview; following the link says why.
        .catch(() => undefined);
    },
  };
}

/** Shows previews for links that the pointer rests on. Returns a function that stops. */
export function previewOnHover(container: HTMLElement, control: PreviewControl): () => void {
  return listenToLinkHover(container, {
    onRest: (link, element) => control.open(link, element, false),
    onLeave: (isScrolled) => control.close(!isScrolled),
  });
}

/** Shows what the focused link leads to. Does nothing when the focus is on no link inside the paper. */
export function previewFocusedLink(control: PreviewControl): void {
  const found = linkAt(document.activeElement);
  if (found !== undefined) control.open(found.link, found.element, true);
}
