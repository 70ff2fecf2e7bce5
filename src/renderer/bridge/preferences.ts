import type { AppInfo, Preferences } from '@shared/contract/app';
import { request } from './client';
import { useQuery } from './queries';
import { patchQuery, queryKey, readQuery } from './query-cache';

/** What a person prefers, for all venues; undefined until the application's first answer. */
export function usePreferences(): Preferences | undefined {
  return useQuery('app.get', {}).data?.preferences;
}

/**
 * Changes some preferences: shown at once, kept by main.
 *
 * @throws RequestError when they cannot be kept
 */
export async function setPreferences(changes: Partial<Preferences>): Promise<void> {
  patchQuery('app.get', {}, (info) => ({ ...info, preferences: { ...info.preferences, ...changes } }));
  await request('app.setPreferences', changes);
}

/**
 * Remembers the sizes of one desk's panes, beside those of all others as they are now.
 *
 * @throws RequestError when they cannot be kept
 */
export async function rememberPanes(name: string, sizes: readonly number[]): Promise<void> {
  const info = readQuery(queryKey('app.get', {})).data as AppInfo | undefined;
  await setPreferences({ panes: { ...info?.preferences.panes, [name]: [...sizes] } });
}
