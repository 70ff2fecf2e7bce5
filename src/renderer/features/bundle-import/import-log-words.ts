import type { ImportOutcome } from '@shared/contract/bundle';
import type { ImportSummary } from '@shared/contract/import-log';
import { formatCount } from '../common/format';
import { outcomeWords } from './bundle-words';

/** How many files an import looked at. */
function fileCountOf({ counts }: Pick<ImportSummary, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** What became of the files of an import, what needs a person first: `2 refused, 48 added`. */
function describeCounts({ counts, isStopped }: Pick<ImportSummary, 'counts' | 'isStopped'>): string {
  const parts = (Object.keys(outcomeWords) as ImportOutcome[]).flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    return count === 0 ? [] : `${count} ${outcomeWords[outcome].word.toLowerCase()}`;
  });
  return `${parts.join(', ')}${isStopped ? '; stopped' : ''}`;
}

/** An import in a line: `50 files: 2 refused, 48 added`. */
export function describeImport(summary: Pick<ImportSummary, 'counts' | 'isStopped'>): string {
  return `${formatCount(fileCountOf(summary), 'file')}: ${describeCounts(summary)}`;
}
