/** What a measured task tells. */
export interface Measured {
  /** How long the work took, without starting the process and without preparing it, ms. */
  readonly ms: number;
  /** How much of a processor the work took, in every thread, ms: what else runs on the machine hardly changes it. */
  readonly cpuMs: number;
}

/** Runs work and tells how long it took, ms. */
export function timed(work: () => unknown): Measured {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
}
