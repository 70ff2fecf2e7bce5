import { useState } from 'react';
import { isSameData } from './same-data';

/**
 * The first of several equal objects: data that is asked for again comes as a new object each time, and a form with
 * dozens of fields must not render for that.
 */
export function useSame<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (kept === value || isSameData(kept, value)) return kept;
  keep(value);
  return value;
}
