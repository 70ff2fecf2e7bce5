import type { FindProgress } from './engine/find';

/**
 * What the find bar says of a search. The count carries a plus until every page has been searched, because it grows.
 * @example toFindCount({ current: 3, total: 14, isSettled: false, wrapped: undefined }) // '3 of 14+'
 */
export function toFindCount(progress: FindProgress | undefined): string {
  if (progress === undefined) return '';
  const { current, total, isSettled } = progress;
  if (total === 0) return isSettled ? 'No matches' : 'Searching';
  return `${current} of ${total}${isSettled ? '' : '+'}`;
}

/** What is said when the search went over an end of the paper. */
export function toWrapNotice(progress: FindProgress | undefined): string {
  if (progress?.wrapped === 'bottom') return 'Went on from the start';
  if (progress?.wrapped === 'top') return 'Went on from the end';
  return '';
}
