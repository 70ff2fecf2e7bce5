import type { Sha256 } from '@shared/model/ids';
import { selectFrom, type SearchDb } from './search-database';

/** PDFs of which the index holds text. */
export function listIndexed(db: SearchDb): ReadonlySet<string> {
  const rows = selectFrom<{ source: string }>(db, `SELECT source FROM sources WHERE outcome = 'indexed'`);
  return new Set(rows.map(({ source }) => source));
}

/** The text of a PDF, page after page, as it was made fit for search; at most so many UTF-16 code units. */
export function textOf(db: SearchDb, pdf: Sha256, maxLength: number): string {
  const rows = selectFrom<{ text: string }>(db, 'SELECT text FROM texts WHERE source = ? ORDER BY page', pdf);
  return rows
    .map(({ text }) => text)
    .join('\n')
    .slice(0, maxLength);
}
