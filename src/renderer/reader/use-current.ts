import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** The latest value, for callbacks that outlive a render: read it inside them, never while rendering. */
export function useCurrent<Value>(value: Value): RefObject<Value> {
  const current = useRef(value);
  useLayoutEffect(() => {
    current.current = value;
  });
  return current;
}
