import type { ByteSink } from './bytes';

/** A chunk of this size, bytes, or more is handed on as it is. */
const LARGE_BYTES = 64 << 10;

/** A sink that hands small chunks on together: an archive is mostly headers, and a call of the system for each costs. */
export interface GatheringSink {
  readonly write: ByteSink;
  /** Hands on what is left. To be called after the last chunk. */
  flush(): void;
}

/** Gathers what is written for another sink, in order. */
export function gatherChunks(sink: ByteSink): GatheringSink {
  const room = Buffer.allocUnsafe(LARGE_BYTES);
  let used = 0;
  const flush = (): void => {
    if (used > 0) sink(room.subarray(0, used));
    used = 0;
  };
  return {
    write: (chunk) => {
      if (used + chunk.length > room.length) flush();
      if (chunk.length >= room.length) {
        sink(chunk);
        return;
      }
      room.set(chunk, used);
      used += chunk.length;
    },
    flush,
  };
}
