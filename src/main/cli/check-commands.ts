import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { CheckedFinding } from '@shared/contract/review-checks';
import type { PaperNumber } from '@shared/model/ids';
import { inStore, parsePaper, type StoreOptions } from './arguments';
import { withSession, type CliHost } from './context';
import type { Print } from './print';

const TEACHING = `
What is required stands in the way of "ready"; a note never does. Put aside with --dismiss, a note comes back when
the text that it is about changes.

Exit status: 0 nothing required is missing, 1 something is.`;

/** Adds `review check`. */
export function addCheckCommand(review: Command, host: CliHost, print: Print): void {
  inStore(review, 'check', 'what to look at in a review before it goes out')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .option('--tone', 'with hints about tone (English)')
    .option('--all', 'also what was put aside')
    .option('--dismiss <number...>', 'put aside the notes with these numbers', parseNumbers)
    .option('--show-again', 'take back that anything was put aside')
    .addHelpText('after', TEACHING)
    .action(
      async (
        paper: PaperNumber,
        options: StoreOptions & { tone?: boolean; all?: boolean; dismiss?: number[]; showAgain?: boolean },
      ) => {
        const found = await withSession(host, resolve(options.store), async (session) => {
          const venue = await session.venue(options.venue);
          const check = async (): Promise<readonly CheckedFinding[]> =>
            session.request('review.check', { venue, paper, hasToneHints: options.tone === true });
          if (options.showAgain === true) await session.request('review.undismissAll', { venue, paper });
          const listed = shownOf(await check(), options.all === true);
          for (const number of options.dismiss ?? []) {
            const chosen = listed[number - 1];
            if (chosen?.finding.severity === 'note')
              await session.request('review.dismiss', { venue, paper, finding: chosen.key });
          }
          return check();
        });
        const shown = shownOf(found, options.all === true);
        const isComplete = shown.every(({ finding }) => finding.severity === 'note');
        print(found, describe(shown, found.length - shown.length), isComplete);
      },
    );
}

function shownOf(found: readonly CheckedFinding[], isAll: boolean): readonly CheckedFinding[] {
  return found.filter(({ isDismissed }) => isAll || !isDismissed);
}

function describe(shown: readonly CheckedFinding[], asideCount: number): string {
  const lines = shown.map(({ finding, isDismissed }, index) => {
    const what = isDismissed ? 'aside' : finding.severity;
    return `${String(index + 1).padStart(3)}  ${what.padEnd(8)}  ${finding.sentence}`;
  });
  if (lines.length === 0) lines.push('Nothing to look at.');
  if (asideCount > 0) lines.push(`${asideCount} put aside: --all shows them.`);
  return lines.join('\n');
}

/** One value of an option that takes several: added to those before it. */
function parseNumbers(text: string, earlier: readonly number[] = []): number[] {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return [...earlier, number];
  throw new InvalidArgumentError('A note is named by its number in the list.');
}
