/**
 * Joins class names, leaving out what is absent or false. CSS module lookups are `string | undefined`, so this is also
 * what turns them into a `className`.
 */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
