import type { PageLink } from './link-preview';

/** How long the pointer rests on a link before what it leads to is shown: longer than crossing it takes. */
const REST_MS = 350;

/** What a pointer does to the links in the pages. */
export interface LinkHoverHooks {
  /** It has come to rest on a link that leads somewhere in the paper. */
  readonly onRest: (link: PageLink, element: HTMLElement) => void;
  /** It has left the link, or the link is followed or scrolled away. */
  readonly onLeave: (isScrolled: boolean) => void;
}

/** The link inside the paper that an element is, or is in; undefined when it is none. */
export function linkAt(
  element: Element | null,
): { readonly link: PageLink; readonly element: HTMLElement } | undefined {
  const anchor = element?.closest<HTMLElement>('[data-internal-link] > a[data-element-id]');
  const page = anchor?.closest<HTMLElement>('.page')?.dataset['pageNumber'];
  const annotationId = anchor?.dataset['elementId'];
  if (anchor === undefined || anchor === null || page === undefined || annotationId === undefined) {
    return undefined;
  }
  return { link: { pageNumber: Number(page), annotationId }, element: anchor };
}

/**
 * Watches the pointer over the pages for links it rests on.
 * @returns a function that stops watching
 */
export function listenToLinkHover(container: HTMLElement, hooks: LinkHoverHooks): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: ReturnType<typeof linkAt>;

  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (over?.element.matches(':hover') === true) hooks.onRest(over.link, over.element);
    }, REST_MS);
  };
  const leave = (isScrolled: boolean): void => {
    clearTimeout(timer);
    over = undefined;
    hooks.onLeave(isScrolled);
  };
  container.addEventListener(
    'pointerover',
    (event) => {
      const found = event.target instanceof Element ? linkAt(event.target) : undefined;
      if (found?.element === over?.element) return;
      if (over !== undefined) leave(false);
      if (found === undefined || event.pointerType === 'touch' || event.buttons !== 0) return;
      over = found;
      wait();
    },
    { signal },
  );
  container.addEventListener('pointerleave', () => over !== undefined && leave(false), { signal });
  const onScroll = (): void => {
    hooks.onLeave(true);
    // The pointer may rest on the link while the pages come to rest under it.
    if (over !== undefined) wait();
  };
  container.addEventListener('scroll', onScroll, { signal, passive: true });
  container.addEventListener('click', () => leave(true), { signal, capture: true });
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}
