import type { Call, CallName, Fault } from './strace';
import type { Chooser } from './sweep';

/** Calls at which what is on disk becomes something else for good. */
const DECISIVE = /^(?:fsync|fdatasync|rename|link)/;

/** A fault at every call, or every one of these kinds. */
export function everyCall(
  effect: Fault['effect'],
  isLasting = false,
  isMeant: (call: Call) => boolean = () => true,
): Chooser {
  return (calls) => calls.filter(isMeant).map((call) => ({ call, effect, isLasting }));
}

/** Calls of some names. */
export function named(...names: readonly CallName[]): (call: Call) => boolean {
  return ({ name }) => names.includes(name);
}

/**
 * Calls that take room on a disk: those that write, and those that make a file that is to be passed on. SQLite tells of a
 * journal that it could not make what it tells of one that it may not open.
 */
export function takesRoom({ name, path }: Call): boolean {
  if (name === 'openat') return path.endsWith('unfinished-*');
  return ['write', 'pwrite64', 'ftruncate', 'fsync', 'mkdir'].includes(name);
}

/** Of the faults that another would choose, at most `count`, spread over the run; half of them at decisive calls. */
export function sampled(choose: Chooser, count: number): Chooser {
  return (calls) => {
    const faults = choose(calls);
    const decisive = spread(
      faults.filter(({ call }) => DECISIVE.test(call.name)),
      Math.ceil(count / 2),
    );
    const others = spread(
      faults.filter(({ call }) => !DECISIVE.test(call.name)),
      count - decisive.length,
    );
    return [...decisive, ...others];
  };
}

/** All that another would choose, or the sample of it that was asked for with `npm run test:faults -- --sample N`. */
export function wanted(choose: Chooser): Chooser {
  const count = Number(process.env['REFEREE_FAULTS_SAMPLE']);
  return count > 0 ? sampled(choose, count) : choose;
}

/** What several choose. */
export function all(...choosers: readonly Chooser[]): Chooser {
  return (calls: readonly Call[]) => choosers.flatMap((choose) => choose(calls));
}

/** At most `count` of a list, evenly spread, each with its place jittered by a fixed seed, so that no rhythm hides. */
function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  const step = list.length / Math.max(count, 1);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const jitter = ((index * 2654435761) % 997) / 997;
    return list[Math.floor(index * step + jitter * step)] as T;
  });
}
