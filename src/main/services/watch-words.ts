import type { WaitingFile, WaitReason } from '@shared/contract/watch';

/** A file that waits because of its name. */
export function waitingFor(
  name: string,
  found: { readonly kind: 'unfinished' | 'conflict'; readonly tool: string },
): WaitingFile {
  if (found.kind === 'unfinished') {
    return {
      name,
      reason: 'growing',
      sentence: `${name} is not finished (${found.tool}). It is imported when it has its final name.`,
    };
  }
  return {
    name,
    reason: 'conflict',
    sentence: `${name} is a copy that ${found.tool} made because two computers changed one file. It is not imported by itself: import it by name if it is wanted (importing both versions loses nothing), then delete it.`,
  };
}

const SENTENCES: Readonly<Record<Exclude<WaitReason, 'conflict'>, string>> = {
  growing: 'has just arrived or is still growing. It is imported when it has not changed between two looks.',
  empty: 'is empty so far. It is imported when its content has arrived.',
  incomplete:
    'is incomplete: its end is missing. It is looked at again when it has changed, and in a minute.',
  later: 'cannot be imported yet. It is tried again when something has changed, and in a minute.',
};

/** A bundle that waits for another reason. */
export function stillArriving(name: string, reason: Exclude<WaitReason, 'conflict'>): WaitingFile {
  return { name, reason, sentence: `${name} ${SENTENCES[reason]}` };
}
