import { readdirSync, readFileSync } from 'node:fs';

/** Every process below one, itself first. Linux only. */
export function processTree(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (const one of found) found.push(...(children.get(one) ?? []));
  return found;
}

/**
 * The memory of a whole process tree, MiB: its proportional set size as if nothing else ran. A file's pages that several
 * of its processes have mapped count once, and they count whole although programs outside the tree (another window of
 * the same runtime) may share them too: those would make it seem small.
 */
export function treeMemory(pid: number): number {
  const fileKib = new Map<string, number>();
  let ownKib = 0;
  for (const one of processTree(pid)) {
    for (const { file, residentKib, anonymousKib } of mappings(one)) {
      ownKib += anonymousKib;
      fileKib.set(file, Math.max(fileKib.get(file) ?? 0, residentKib));
    }
    ownKib += Number(/^Pss_Shmem:\s+(\d+) kB$/m.exec(readProc(one, 'smaps_rollup'))?.[1] ?? 0);
  }
  return ([...fileKib.values()].reduce((sum, kib) => sum + kib, 0) + ownKib) / 1024;
}

interface Mapping {
  /** The file and the place in it; empty for memory of no file. */
  readonly file: string;
  /** Resident pages of the file as it is on disk. */
  readonly residentKib: number;
  /** Pages of the process's own, and its share of those that it was forked with. */
  readonly anonymousKib: number;
}

/** Every mapping of a process; memory that is shared without a file is left out. */
function mappings(pid: number): readonly Mapping[] {
  return readProc(pid, 'smaps')
    .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
    .map((block) => {
      const [, offset, inode, path] = /^\S+ \S+ (\S+) \S+ (\d+) *(.*)$/m.exec(block) ?? [];
      const kib = (name: string): number =>
        Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(block)?.[1] ?? 0);
      if (inode === undefined || inode === '0') {
        return { file: '', residentKib: 0, anonymousKib: kib('Pss') };
      }
      const isShared = /^(\/dev\/shm|\/memfd:|\/SYSV)/.test(path ?? '');
      if (isShared) return { file: '', residentKib: 0, anonymousKib: 0 };
      const anonymous = kib('Anonymous');
      return { file: `${path} ${offset}`, residentKib: kib('Rss') - anonymous, anonymousKib: anonymous };
    });
}

/** The command line of a process. */
export function commandLine(pid: number): string {
  return readProc(pid, 'cmdline').replaceAll('\0', ' ');
}

function parentOf(pid: number): number | null {
  // The name of the program, in parentheses, may hold anything: what counts comes after the last of them.
  const stat = readProc(pid, 'stat');
  const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? null : Number(parent);
}

/** A process may end while it is looked at. */
function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
