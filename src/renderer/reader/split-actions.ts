import type { PaperSession } from './engine/session';
import type { ReaderStore } from './reader-store';

/** Shows a second view of the paper, at the place where the first one is, or takes it away. */
export function toggleSplit(store: ReaderStore): void {
  const { split, session, layout } = store.getState();
  if (split !== undefined) {
    closeSplit(store);
    return;
  }
  const point = session?.view?.point;
  if (point !== undefined) store.setState({ split: { ...point, scale: layout.scale } });
}

/** Takes the second view away. */
export function closeSplit(store: ReaderStore): void {
  store.setState({ split: undefined });
}

/**
 * Opens the second view in an element, where the reader's state says.
 * @returns a function that takes it away
 */
export function openSecondView(
  store: ReaderStore,
  session: PaperSession,
  container: HTMLDivElement,
  onExternalLink: (url: string) => void,
): () => void {
  const place = store.getState().split;
  if (place === undefined) return () => undefined;
  const second = session.openSecondView({
    container,
    place,
    onExternalLink,
    onChange: (patch) => store.setState(({ secondState }) => ({ secondState: { ...secondState, ...patch } })),
    onPlace: (split) => store.setState((state) => (state.split === undefined ? {} : { split })),
  });
  store.setState({ second });
  return () => {
    session.closeSecondView();
    store.setState({ second: undefined });
  };
}
