import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { OPENING } from './engine/paper-state';
import type { PaperState } from './engine/paper-state';
import { PaperSession } from './engine/session';
import type { ReaderProps, ReaderSource } from './reader-props';
import { toReaderPlace } from './reader-place';
import type { ReaderStore } from './reader-store';
import type { PlaceReport } from './use-place-report';

/** How long a paper may take to open and paint. Long enough for any real paper on a slow machine. */
const LIMIT_MS = 9_000;

/** How long when the person asked for another try, knowing that it was slow. */
const PATIENT_LIMIT_MS = 60_000;

/** Keeps one session open for the source: a new one for another paper or another try, none when unmounted. */
export function useReaderSession(
  store: ReaderStore,
  source: ReaderSource,
  props: RefObject<ReaderProps>,
  pages: RefObject<HTMLDivElement | null>,
  report: PlaceReport,
): void {
  const { id, url } = source;
  const attempt = useStore(store, (state) => state.attempt);

  const last = useRef({ id, attempt });
  useEffect(() => {
    const isRetry = last.current.id === id && last.current.attempt !== attempt;
    last.current = { id, attempt };
    const container = pages.current;
    if (container === null) return;
    const { point, view } = toReaderPlace(props.current.initialPlace);
    const { pageTheme, sidebar, split, ...layout } = view;
    report.reset();
    store.setState({
      ...OPENING,
      layout,
      pageTheme,
      sidebar,
      split,
      isFindOpen: false,
      title: props.current.source.title,
    });

    const onChange = (patch: Partial<PaperState>): void => {
      store.setState(patch);
      const { pageCount } = store.getState();
      if (patch.hasText !== undefined) props.current.onOpened?.({ pageCount, hasText: patch.hasText });
      if (patch.failure !== undefined) props.current.onFailed?.(patch.failure);
    };
    const session = new PaperSession({
      url,
      container,
      layout,
      point,
      limitMs: isRetry ? PATIENT_LIMIT_MS : LIMIT_MS,
      onChange,
      onPlace: report.moved,
      onFirstPagePainted: () => {
        report.arrived(point?.page ?? 1);
        props.current.onFirstPagePainted?.();
      },
      onExternalLink: (link) => props.current.onExternalLink(link),
    });
    store.setState({ session });
    const unsubscribe = store.subscribe((state) => session.view?.tint.turn(state.pageTheme !== 'light'));
    return () => {
      report.flush();
      unsubscribe();
      session.close();
      store.setState({ session: undefined, preview: undefined });
    };
  }, [store, props, pages, report, id, url, attempt]);
}
