import type { Series } from './pairs';

/** What a bench is given. */
export interface BenchContext {
  /** An empty folder on the disk that is measured. */
  readonly folder: string;
  readonly pairCount: number;
}

/** Measures one or more goals. */
export type Bench = (context: BenchContext) => Promise<readonly Series[]>;
