import type { Preferences } from '@shared/contract/app';
import { request } from './client';
import { useQuery } from './queries';
import { patchQuery } from './query-cache';

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
