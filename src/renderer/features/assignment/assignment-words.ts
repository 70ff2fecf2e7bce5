import type { AssignedPair, AssignmentRun } from '@shared/contract/assignment';

/** A score or a sum of scores, two decimals. */
export function formatScore(millionths: number): string {
  return (millionths / 1_000_000).toFixed(2);
}

/** What a change does to a sum of scores, with its sign. */
export function formatGain(millionths: number): string {
  const text = formatScore(Math.abs(millionths));
  return millionths < 0 ? `−${text}` : `+${text}`;
}

/** What shows that there is no better one. */
export function proofOf({ method, kind, settings }: AssignmentRun): string {
  if (method === 'hand') return 'Changed by hand.';
  const how = method === 'flow' ? 'an exact flow' : 'HiGHS, an exact solver';
  if (kind === 'repair')
    return `No repair changes less, and of those none has a larger total: found by ${how}.`;
  const floor = settings.floor === null ? '' : ' of those that give each paper as much';
  return `No assignment${floor} has a larger total: found by ${how}.`;
}

/** What an assignment is called in a list. */
export function titleOf({ id, kind, total, acceptedAt }: AssignmentRun): string {
  const names = { run: 'Assigned', fairness: 'On the curve', repair: 'Repaired', change: 'Changed by hand' };
  return `${id}: ${names[kind]}, total ${formatScore(total)}${acceptedAt === null ? '' : ', accepted'}`;
}

/** How well a reviewer knows a paper's subject. */
export const levelNames: Readonly<Record<AssignedPair['level'], string>> = {
  expert: 'Expert',
  familiar: 'Familiar',
  distant: 'Distant',
};
