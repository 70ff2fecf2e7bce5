import { useEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import { isSamePoint } from './engine/layout';
import type { PageLayout, PagePoint } from './engine/layout';
import type { ReaderProps } from './reader-props';
import type { ReaderPlace } from './reader-place';
import type { ReaderStore } from './reader-store';

const REST_MS = 400;

/** Tells where the reading is, once it has come to rest there. */
export interface PlaceReport {
  /** The view moved. */
  readonly moved: (point: PagePoint, layout: PageLayout) => void;
  /** Tells at once what has not been told. */
  readonly flush: () => void;
  /** Another paper: nothing of the one before is told any more. */
  readonly reset: () => void;
  /**
   * The first page is painted. Up to now the view only came to the page that the paper was to open at, unless it is on another:
   * then a person was quicker than the paint.
   */
  readonly arrived: (openedPage: number) => void;
}

/** Reports places to `onPlaceChange`: debounced, only when they differ, and never lost when the window closes. */
export function usePlaceReport(
  store: ReaderStore,
  props: RefObject<Pick<ReaderProps, 'onPlaceChange'>>,
): PlaceReport {
  const report = useMemo(
    () => createPlaceReport(store, (place) => props.current.onPlaceChange?.(place)),
    [store, props],
  );
  useEffect(() => {
    const unsubscribe = store.subscribe((state, before) => {
      const isRestyled =
        state.pageTheme !== before.pageTheme ||
        state.sidebar !== before.sidebar ||
        state.split !== before.split;
      if (isRestyled) report.restyled();
    });
    window.addEventListener('pagehide', report.flush);
    return () => {
      unsubscribe();
      window.removeEventListener('pagehide', report.flush);
    };
  }, [store, report]);
  return report;
}

interface PlaceReporter extends PlaceReport {
  /** The colour of the page, the panel beside it or the second view changed. */
  readonly restyled: () => void;
}

/** The report without React: kept apart so that it can be tried with a clock of one's own. */
export function createPlaceReport(
  store: Pick<ReaderStore, 'getState'>,
  tell: (place: ReaderPlace) => void,
): PlaceReporter {
  let latest: ReaderPlace | undefined;
  let told: ReaderPlace | undefined;
  let hasArrived = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (!hasArrived || latest === undefined || (told !== undefined && isSamePlace(latest, told))) return;
    told = latest;
    tell(latest);
  };
  const schedule = (place: ReaderPlace): void => {
    latest = place;
    // The place just restored is not news: its rounding to pixels must not move it a little at every opening.
    if (!hasArrived) return;
    clearTimeout(timer);
    timer = setTimeout(flush, REST_MS);
  };
  return {
    flush,
    reset: () => {
      clearTimeout(timer);
      latest = undefined;
      told = undefined;
      hasArrived = false;
    },
    arrived: (openedPage) => {
      hasArrived = true;
      if (latest === undefined || latest.page === openedPage) told = latest;
      else schedule(latest);
    },
    moved: (point, layout) => {
      const { pageTheme, sidebar, split } = store.getState();
      schedule({ ...point, ...layout, pageTheme, sidebar, split });
    },
    restyled: () => {
      const { pageTheme, sidebar, split } = store.getState();
      if (latest !== undefined) schedule({ ...latest, pageTheme, sidebar, split });
    },
  };
}

function isSamePlace(a: ReaderPlace, b: ReaderPlace): boolean {
  return (
    isSamePoint(a, b, 1) &&
    a.scale === b.scale &&
    a.rotation === b.rotation &&
    a.scrollMode === b.scrollMode &&
    a.spreadMode === b.spreadMode &&
    a.pageTheme === b.pageTheme &&
    a.sidebar === b.sidebar &&
    isSameSplit(a.split, b.split)
  );
}

function isSameSplit(a: ReaderPlace['split'], b: ReaderPlace['split']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return isSamePoint(a, b, 1) && a.scale === b.scale;
}
