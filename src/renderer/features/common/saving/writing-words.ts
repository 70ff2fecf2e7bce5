import { formatNames } from '../format';
import type { FailedSave, Writing } from './failed-saves';

const words: Readonly<Record<Writing, { readonly one: string; readonly many: string }>> = {
  review: { one: 'review', many: 'reviews' },
  notes: { one: 'notes', many: 'notes' },
  'meta-review': { one: 'meta-review', many: 'meta-reviews' },
  decision: { one: 'decision', many: 'decisions' },
};

/** What of mine is meant: `your review of #7`, `your reviews of #7 and #12`. */
export function formatWork(what: Writing, papers: readonly number[]): string {
  const { one, many } = words[what];
  return `your ${papers.length === 1 ? one : many} of ${formatNames(papers.map((paper) => `#${paper}`))}`;
}

/** Everything that is not saved, kind by kind: `your reviews of #7 and #12; your decision of #7`. */
export function formatFailures(failures: readonly FailedSave[]): string {
  return (Object.keys(words) as Writing[])
    .map((what) => [what, failures.filter((failure) => failure.what === what)] as const)
    .filter(([, some]) => some.length > 0)
    .map(([what, some]) =>
      formatWork(
        what,
        some.map(({ paper }) => paper),
      ),
    )
    .join('; ');
}
