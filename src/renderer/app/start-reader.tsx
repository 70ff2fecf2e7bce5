import type { Root } from 'react-dom/client';
import { request, toRequestError } from '@renderer/bridge/client';
import { setClock } from '@renderer/bridge/clock';
import { prewarmReader } from '@renderer/reader';
import { applyTextSize, applyTheme, followSystemTheme } from '@renderer/ui/theme';
import { ReaderApp } from './ReaderApp';
import { StartFailure } from './StartFailure';

/** Draws the reader's own window, in the looks that are in force. */
export async function startReader(root: Root): Promise<void> {
  applyTheme('system');
  followSystemTheme();
  void prewarmReader();
  try {
    const { now, preferences } = await request('app.get', {});
    setClock(now);
    applyTheme(preferences.theme);
    applyTextSize(preferences.textSizePercent);
    root.render(<ReaderApp />);
  } catch (thrown) {
    root.render(<StartFailure error={toRequestError(thrown)} />);
  }
}
