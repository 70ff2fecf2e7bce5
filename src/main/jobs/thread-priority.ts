import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** How much this thread gives way: enough that typing goes first, not so much that a busy machine would starve a job. */
const NICENESS = 5;

/**
 * Lets whatever a person waits for at the keyboard go before this thread when both want a processor. Linux alone has
 * priorities for threads (`setpriority(2)` takes the thread's id); elsewhere, and where it is forbidden, nothing changes.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    const thread = Number(/^\d+\/task\/(\d+)$/.exec(readlinkSync('/proc/thread-self'))?.[1]);
    if (thread > 0 && thread !== process.pid) setPriority(thread, NICENESS);
  } catch {
    // No /proc, or no right to: the job then runs as everything else does.
  }
}
