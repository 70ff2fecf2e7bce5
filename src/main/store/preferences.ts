import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preferencesSchema, type Preferences } from '@shared/contract/app';
import { writeTextDurably } from './durable-file';

const DEFAULTS: Preferences = { theme: 'system', textSizePercent: 100, panes: {}, place: null };

/** The preferences of a data folder. A file that cannot be read as such counts as absent: it holds nobody's work. */
export function readPreferences(dataFolder: string): Preferences {
  try {
    const parsed = preferencesSchema
      .partial()
      .safeParse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')));
    return parsed.success ? { ...DEFAULTS, ...withoutUndefined(parsed.data) } : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

/** What may be given to change preferences: a member that is absent or undefined stays. */
export type PreferenceChanges = { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined };

/** Changes some preferences and answers all of them. */
export function savePreferences(dataFolder: string, changes: PreferenceChanges): Preferences {
  const preferences = { ...readPreferences(dataFolder), ...withoutUndefined(changes) };
  writeTextDurably(fileOf(dataFolder), `${JSON.stringify(preferences, null, 2)}\n`);
  return preferences;
}

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'preferences.json');
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
