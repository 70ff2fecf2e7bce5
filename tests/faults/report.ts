import { CHANGING_CALLS } from './strace';
import type { Swept } from './sweep';

/** Findings that are shown; the assertion lists all. */
const SHOWN = 10;

/** Tells what a sweep did, in one line. */
export function report(effect: string, { scenario, calls, faults, elsewhere, findings }: Swept): void {
  const kinds = CHANGING_CALLS.map(
    (name) => [name, calls.filter((call) => call.name === name).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
  process.stdout.write(
    `${effect.padEnd(8)} ${scenario}: ${calls.length} calls (${kinds}); ${faults} faults, ${elsewhere} elsewhere, ${findings.length} findings\n`,
  );
  for (const finding of findings.slice(0, SHOWN)) process.stdout.write(`           ${finding}\n`);
}
