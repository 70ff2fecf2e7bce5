import { useEffect, useState } from 'react';

/**
 * What `read` answers once it has not changed for `pauseMs`: the first at once, each later one after so long a rest. Renders
 * only then, however often it changes before. `subscribe` and `read` stay the same as long as they tell of the same thing.
 */
export function useAtRest<T>(
  subscribe: (onChange: () => void) => () => void,
  read: () => T,
  pauseMs: number,
): T {
  const [kept, keep] = useState(() => ({ read, value: read() }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = read();
    const settle = (): void => {
      const value = latest;
      keep((old) => (old.read === read && Object.is(old.value, value) ? old : { read, value }));
    };
    const stop = subscribe(() => {
      const value = read();
      if (Object.is(value, latest)) return;
      latest = value;
      clearTimeout(timer);
      timer = setTimeout(settle, pauseMs);
    });
    // What changed between the render and now was not heard.
    settle();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [subscribe, read, pauseMs]);
  return kept.read === read ? kept.value : read();
}
