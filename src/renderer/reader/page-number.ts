/**
 * The page a person means by what they typed: a printed page number (label) first, because that is what references in
 * papers and reviews use, else a position. Undefined when there is no such page.
 * @example toPageNumber('iv', ['i', 'ii', 'iii', 'iv', '1'], 5) // 4
 */
export function toPageNumber(
  typed: string,
  labels: readonly string[] | undefined,
  pageCount: number,
): number | undefined {
  const wanted = typed.trim();
  const labelled = labels?.findIndex((label) => label.toLowerCase() === wanted.toLowerCase()) ?? -1;
  if (wanted !== '' && labelled >= 0) return labelled + 1;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  return number >= 1 && number <= pageCount ? number : undefined;
}

/** What the page box shows for a page: its printed number, or its position. */
export function toPageName(pageNumber: number, labels: readonly string[] | undefined): string {
  return labels?.[pageNumber - 1] || String(pageNumber);
}
