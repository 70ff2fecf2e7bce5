import type { FindRequest } from './engine/find';
import type { PageLayout } from './engine/layout';
import { toRotation } from './engine/layout';
import type { PageView } from './engine/page-view';
import type { PageTheme, ReaderSidebar } from './reader-place';
import type { ReaderStore } from './reader-store';
import { toPageNumber } from './page-number';

/** The view that acts belong to: the second one while the focus is in it. */
function focusedView(store: ReaderStore): PageView | undefined {
  const { session, second } = store.getState();
  return second?.hasFocus === true ? second.view : session?.view;
}

/** Zooms the focused view to a preset or a factor. */
export function setScale(store: ReaderStore, scale: PageLayout['scale']): void {
  focusedView(store)?.setLayout({ scale });
}

/** Zooms in or out by a step of about a tenth. */
export function zoomBy(store: ReaderStore, steps: 1 | -1): void {
  focusedView(store)?.zoomBy(steps);
}

/** Lays the pages out anew: zoom, rotation, scrolling, facing pages. */
export function setLayout(store: ReaderStore, layout: Partial<PageLayout>): void {
  store.getState().session?.view?.setLayout(layout);
}

/** Turns the pages a quarter, clockwise or back. */
export function rotatePages(store: ReaderStore, degrees: 90 | -90 = 90): void {
  setLayout(store, { rotation: toRotation(store.getState().layout.rotation + degrees) });
}

/** Scrolls through all pages, or shows one page (or spread) at a time. */
export function toggleOnePage(store: ReaderStore): void {
  const { scrollMode } = store.getState().layout;
  setLayout(store, { scrollMode: scrollMode === 'page' ? 'vertical' : 'page' });
}

/** Goes through single pages, facing pages, and facing pages after a first one alone. */
export function nextSpread(store: ReaderStore): void {
  const order = ['none', 'odd', 'even'] as const;
  const next = (order.indexOf(store.getState().layout.spreadMode) + 1) % order.length;
  setLayout(store, { spreadMode: order[next] ?? 'none' });
}

/** Colours the pages. */
export function setPageTheme(store: ReaderStore, pageTheme: PageTheme): void {
  store.setState({ pageTheme });
}

/** Goes through the page colours in order. */
export function nextPageTheme(store: ReaderStore): void {
  const order: readonly PageTheme[] = ['light', 'sepia', 'dark', 'contrast'];
  const next = (order.indexOf(store.getState().pageTheme) + 1) % order.length;
  setPageTheme(store, order[next] ?? 'light');
}

/** Shows one of the panels beside the pages, or none. */
export function showSidebar(store: ReaderStore, sidebar: ReaderSidebar): void {
  store.setState({ sidebar });
}

/** Shows a panel beside the pages, or hides it when it is the one shown. */
export function togglePanel(store: ReaderStore, panel: Exclude<ReaderSidebar, 'none'>): void {
  showSidebar(store, store.getState().sidebar === panel ? 'none' : panel);
}

/** Hides the panel beside the pages, or shows the outline; the pages in small for a paper without one. */
export function toggleSidebar(store: ReaderStore): void {
  const { sidebar, outline } = store.getState();
  const panel = outline?.length === 0 ? 'pages' : 'outline';
  showSidebar(store, sidebar === 'none' ? panel : 'none');
}

/** Turns to the next or the previous page. */
export function turnPage(store: ReaderStore, direction: 'next' | 'previous'): void {
  focusedView(store)?.turnPage(direction);
}

/** Goes to the top of a page, as a jump that can be gone back from. */
export function goToPage(store: ReaderStore, pageNumber: number): void {
  store.getState().session?.view?.goToPage(pageNumber);
}

/** Goes to what was typed into the page box. Returns false, and goes nowhere, when there is no such page. */
export function goToTypedPage(store: ReaderStore, typed: string): boolean {
  const { pageLabels, pageCount } = store.getState();
  const pageNumber = toPageNumber(typed, pageLabels, pageCount);
  if (pageNumber === undefined) return false;
  goToPage(store, pageNumber);
  return true;
}

/** Selects the text of the page that is read, and of no other. */
export function selectPageText(store: ReaderStore): void {
  store.getState().session?.view?.selectPageText();
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
  const { session, second } = store.getState();
  const history = second?.hasFocus === true ? second : session;
  if (direction === 'back') history?.goBack();
  else history?.goForward();
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
