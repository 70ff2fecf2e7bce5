import { useEffect, useState } from 'react';

/** A value once it has not changed for a while: the first at once, each later one after `pauseMs` of rest. */
export function useSettled<T>(value: T, pauseMs: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(() => value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
