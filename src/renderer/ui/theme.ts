import { create } from 'zustand';

/** What a person chooses: one of the three looks, or whatever the operating system asks for. */
export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';

/** The look in force, as written on `<html data-theme>`. */
export type Theme = Exclude<ThemeChoice, 'system'>;

/** The text sizes offered, in percent of the normal size. */
export const textSizesPercent: readonly number[] = [90, 100, 110, 125, 150, 175, 200];

interface ThemeState {
  readonly choice: ThemeChoice;
  readonly theme: Theme;
  readonly textSizePercent: number;
}

/** The theme and text size in force. Read it with `useTheme(state => ...)`; change it with the functions beside it. */
export const useTheme = create<ThemeState>(() => ({
  choice: 'system',
  theme: 'light',
  textSizePercent: 100,
}));

const moreContrast = '(prefers-contrast: more)';
const dark = '(prefers-color-scheme: dark)';

function resolveTheme(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  if (window.matchMedia(moreContrast).matches) return 'contrast';
  return window.matchMedia(dark).matches ? 'dark' : 'light';
}

/** Puts a theme in force on the document. Nothing is stored: the caller remembers the choice. */
export function applyTheme(choice: ThemeChoice): void {
  const theme = resolveTheme(choice);
  document.documentElement.dataset['theme'] = theme;
  useTheme.setState({ choice, theme });
}

/** Sets the size of all text, in percent (100 is normal). Nothing is stored: the caller remembers it. */
export function applyTextSize(percent: number): void {
  const textSizePercent = Math.min(300, Math.max(50, Math.round(percent)));
  document.documentElement.style.setProperty('--text-scale', String(textSizePercent / 100));
  useTheme.setState({ textSizePercent });
}

/** Keeps the "system" theme true while the operating system changes its mind. Returns the function that stops it. */
export function followSystemTheme(): () => void {
  const queries = [moreContrast, dark].map((query) => window.matchMedia(query));
  const follow = (): void => {
    if (useTheme.getState().choice === 'system') applyTheme('system');
  };
  for (const query of queries) query.addEventListener('change', follow);
  return () => {
    for (const query of queries) query.removeEventListener('change', follow);
  };
}
