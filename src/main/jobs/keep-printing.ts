import type { Executor } from './executor';
import { printingKinds } from './kinds';

/** An executor that runs what prints where Electron is, since threads of jobs have none; everything else as before. */
export function keepPrinting(execute: Executor, here: Executor): Executor {
  return (kind, input, progress) => (printingKinds.has(kind) ? here : execute)(kind, input, progress);
}
