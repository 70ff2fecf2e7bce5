import type { MyResponse } from '@shared/contract/library';
import { conflictKindWords } from '@shared/rules/conflict-kinds';

/** Why the form of a paper that I will not review takes nothing, and what becomes of that; null while I am willing. */
export function explainRefusal(response: MyResponse | null): string | null {
  if (response === null || response.statement.kind === 'willing') return null;
  const { statement, isSent } = response;
  const told = isSent ? 'Your last export says so.' : 'Your next export tells the chairs.';
  const kept = 'What you wrote is kept here and does not go out.';
  const [what, more] =
    statement.kind === 'declined'
      ? ['You declined this paper', statement.reason]
      : [
          `You have a conflict of interest with this paper (${conflictKindWords[statement.conflict].toLowerCase()})`,
          statement.note,
        ];
  return `${what}${more.trim() === '' ? '.' : `: "${more.trim()}"`} ${told} ${kept}`;
}
