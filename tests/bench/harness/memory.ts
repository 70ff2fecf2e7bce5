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

/** The memory of a whole process tree, MiB: each shared page is counted once, divided among those who share it. */
export function treeMemory(pid: number): number {
  return processTree(pid).reduce((sum, one) => sum + proportionalMemory(one), 0);
}

/** The proportional set size of one process, MiB; 0 once it is gone. */
export function proportionalMemory(pid: number): number {
  const kib = /^Pss:\s+(\d+) kB$/m.exec(readProc(pid, 'smaps_rollup'))?.[1];
  return kib === undefined ? 0 : Number(kib) / 1024;
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
