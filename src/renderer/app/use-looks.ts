import { useEffect } from 'react';
import { setClock } from '@renderer/bridge/clock';
import { useQuery } from '@renderer/bridge/queries';
import { applyTextSize, applyTheme } from '@renderer/ui/theme';

/** Keeps theme, text size and clock of this window as main says they are. */
export function useLooks(): void {
  const info = useQuery('app.get', {}).data;
  const theme = info?.preferences.theme;
  const textSizePercent = info?.preferences.textSizePercent;
  const now = info?.now;
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme);
  }, [theme]);
  useEffect(() => {
    if (textSizePercent !== undefined) applyTextSize(textSizePercent);
  }, [textSizePercent]);
  useEffect(() => {
    if (now !== undefined) setClock(now);
  }, [now]);
}
