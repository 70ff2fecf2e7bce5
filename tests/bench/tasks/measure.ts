/** What a measured task tells. */
export interface Measured {
  /** How long the work took, without starting the process and without preparing it, ms. */
  readonly ms: number;
}

/** Runs work and tells how long it took, ms. */
export function timed(work: () => unknown): Measured {
  const startedAt = performance.now();
  work();
  return { ms: performance.now() - startedAt };
}
