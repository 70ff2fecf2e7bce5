import type { ConflictKind, Refusal } from '../model/response';

/** What each kind of conflict of interest is called. */
export const conflictKindWords: Readonly<Record<ConflictKind, string>> = {
  'co-author': 'Co-author or joint work',
  colleague: 'Colleague or same institution',
  advisor: 'Advisor or student',
  personal: 'Personal relation',
  financial: 'Financial interest',
  other: 'Another conflict',
};

/** Why somebody will not review a paper, in a line: `declined: no time`, `conflict of interest (co-author or joint work)`. */
export function refusalText(refusal: Refusal): string {
  if (refusal.kind === 'declined') {
    return refusal.reason.trim() === '' ? 'declined' : `declined: ${refusal.reason.trim()}`;
  }
  const note = refusal.note.trim() === '' ? '' : `: ${refusal.note.trim()}`;
  return `conflict of interest (${conflictKindWords[refusal.conflict].toLowerCase()})${note}`;
}
