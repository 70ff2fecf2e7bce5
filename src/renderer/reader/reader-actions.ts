import type { FindRequest } from './engine/find';
import type { PageLayout } from './engine/layout';
import { toRotation } from './engine/layout';
import type { PageTheme } from './reader-place';
import type { ReaderStore } from './reader-store';
import { toPageNumber } from './page-number';

/** Zooms in or out by a step of about a tenth. */
export function zoomBy(store: ReaderStore, steps: 1 | -1): void {
  store.getState().session?.view?.zoomBy(steps);
}

/** Lays the pages out anew: zoom, rotation, scrolling, facing pages. */
export function setLayout(store: ReaderStore, layout: Partial<PageLayout>): void {
  store.getState().session?.view?.setLayout(layout);
}

/** Turns the pages a quarter clockwise. */
export function rotatePages(store: ReaderStore): void {
  setLayout(store, { rotation: toRotation(store.getState().layout.rotation + 90) });
}

/** Colours the pages. */
export function setPageTheme(store: ReaderStore, pageTheme: PageTheme): void {
  store.setState({ pageTheme });
}

/** Goes through the page colours in order. */
export function nextPageTheme(store: ReaderStore): void {
  const order: readonly PageTheme[] = ['light', 'sepia', 'dark'];
  const next = (order.indexOf(store.getState().pageTheme) + 1) % order.length;
  setPageTheme(store, order[next] ?? 'light');
}

/** Shows or hides the outline. */
export function toggleOutline(store: ReaderStore): void {
  store.setState(({ sidebar }) => ({ sidebar: sidebar === 'outline' ? 'none' : 'outline' }));
}

/** Turns to the next or the previous page. */
export function turnPage(store: ReaderStore, direction: 'next' | 'previous'): void {
  store.getState().session?.view?.turnPage(direction);
}

/** Goes to what was typed into the page box. Returns false, and goes nowhere, when there is no such page. */
export function goToTypedPage(store: ReaderStore, typed: string): boolean {
  const { pageLabels, pageCount, session } = store.getState();
  const pageNumber = toPageNumber(typed, pageLabels, pageCount);
  if (pageNumber === undefined) return false;
  session?.view?.goToPage(pageNumber);
  return true;
}

/** Goes to a destination inside the paper. One that is damaged leads nowhere. */
export function goToDestination(store: ReaderStore, destination: string | readonly unknown[]): void {
  store
    .getState()
    .session?.view?.goToDestination(destination)
    .catch(() => undefined);
}

/** Goes back to before the last jump, or forward again. */
export function goThroughHistory(store: ReaderStore, direction: 'back' | 'forward'): void {
  const { session } = store.getState();
  if (direction === 'back') session?.goBack();
  else session?.goForward();
}

/** Opens the find bar and looks again for what was last looked for. */
export function openFind(store: ReaderStore): void {
  const { isFindOpen, findRequest } = store.getState();
  if (isFindOpen) return;
  store.setState({ isFindOpen: true });
  if (findRequest.query !== '') startFind(store, {});
}

/** Closes the find bar and takes the marks off the pages. */
export function closeFind(store: ReaderStore): void {
  store.setState({ isFindOpen: false });
  store.getState().session?.view?.find.stop();
}

/** Changes what is looked for, or how, and looks. */
export function startFind(store: ReaderStore, change: Partial<FindRequest>): void {
  const findRequest = { ...store.getState().findRequest, ...change };
  store.setState({ findRequest });
  store.getState().session?.view?.find.start(findRequest);
}

/** Goes to the next or previous match; opens the find bar when it is closed. */
export function stepFind(store: ReaderStore, direction: 'next' | 'previous'): void {
  if (store.getState().isFindOpen) store.getState().session?.view?.find.step(direction);
  else openFind(store);
}

/** Answers the question for the password of the paper. */
export function submitPassword(store: ReaderStore, password: string): void {
  store.getState().session?.submitPassword(password);
}

/** Opens the paper once more. */
export function retryOpening(store: ReaderStore): void {
  store.setState(({ attempt }) => ({ attempt: attempt + 1 }));
}
