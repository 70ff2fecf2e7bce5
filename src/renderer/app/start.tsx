import type { Root } from 'react-dom/client';
import { request, toRequestError } from '@renderer/bridge/client';
import { setClock } from '@renderer/bridge/clock';
import { prefetchQuery, watchQuery } from '@renderer/bridge/query-cache';
import { applyTextSize, applyTheme, followSystemTheme } from '@renderer/ui/theme';
import { prewarmReader } from '@renderer/reader';
import { App } from './App';
import { StartFailure } from './StartFailure';
import { startAt } from './navigation';

/** Asks main who and when we are, puts the looks in force before anything is drawn, and draws the window. */
export async function startApp(root: Root): Promise<void> {
  applyTheme('system');
  followSystemTheme();
  // Asked at once and side by side: what the first screen shows is on its way while the window is drawn.
  watchQuery('library.list', {}, () => undefined);
  try {
    const info = await request('app.get', {});
    setClock(info.now);
    applyTheme(info.preferences.theme);
    applyTextSize(info.preferences.textSizePercent);
    const { place } = info.preferences;
    startAt(place);
    if (place?.workspace === 'reviewer') prefetchQuery('library.get', { venue: place.venue });
    root.render(<App />);
    prewarmAtFirstSign();
  } catch (thrown) {
    root.render(<StartFailure error={toRequestError(thrown)} />);
  }
}

/** Loads the reader at the first sign of a person: a window that nobody uses yet holds no threads that wait. */
function prewarmAtFirstSign(): void {
  const heard = new AbortController();
  const warm = (): void => {
    heard.abort();
    void prewarmReader();
  };
  for (const sign of ['pointermove', 'pointerdown', 'keydown']) {
    window.addEventListener(sign, warm, { capture: true, signal: heard.signal });
  }
}
