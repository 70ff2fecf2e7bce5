import type { Root } from 'react-dom/client';
import { request, toRequestError } from '@renderer/bridge/client';
import { setClock } from '@renderer/bridge/clock';
import { applyTextSize, applyTheme, followSystemTheme } from '@renderer/ui/theme';
import { prewarmReader } from '@renderer/reader';
import { App } from './App';
import { StartFailure } from './StartFailure';
import { startAt } from './navigation';

/** Asks main who and when we are, puts the looks in force before anything is drawn, and draws the window. */
export async function startApp(root: Root): Promise<void> {
  applyTheme('system');
  followSystemTheme();
  try {
    const info = await request('app.get', {});
    setClock(info.now);
    applyTheme(info.preferences.theme);
    applyTextSize(info.preferences.textSizePercent);
    startAt(info.preferences.place);
    root.render(<App />);
    prewarmReader();
  } catch (thrown) {
    root.render(<StartFailure error={toRequestError(thrown)} />);
  }
}
