import type { UnreadableReason } from '@shared/contract/search';
import type { PaperNumber, Sha256 } from '@shared/model/ids';
import { breakIdeographs } from '@shared/rules/search-text';
import { changeIn, selectFrom, transactSearch, type SearchDb } from './search-database';

/** What became of reading a source: its text is here, it has none, or why it cannot be read. */
export type IndexOutcome = 'indexed' | 'no-text' | Exclude<UnreadableReason, 'missing'>;

/** What the index knows of a source. */
export interface IndexedSource {
  /** Null while it is being read, or when that was interrupted. */
  readonly outcome: IndexOutcome | null;
  /** How often reading it was begun. */
  readonly attempts: number;
  /** What it was made from, where the source's name does not say. */
  readonly digest: string;
}

/** The name of a paper's title and abstract as a source. A PDF's is its SHA-256. */
export function aboutSource(paper: PaperNumber): string {
  return `about ${paper}`;
}

/** Every source that the index knows, by name. */
export function listSources(db: SearchDb): ReadonlyMap<string, IndexedSource> {
  const rows = selectFrom<IndexedSource & { readonly source: string }>(
    db,
    'SELECT source, outcome, attempts, digest FROM sources',
  );
  return new Map(rows.map(({ source, ...known }) => [source, known]));
}

/** Notes that a PDF is about to be read: should that end the process, it is known which one it was. */
export function beginSource(db: SearchDb, source: Sha256): void {
  changeIn(
    db,
    `INSERT INTO sources VALUES (?, NULL, 1, '') ON CONFLICT DO UPDATE SET outcome = NULL, attempts = attempts + 1`,
    source,
  );
}

/** Takes back the note of {@link beginSource}: the reading was stopped on purpose. */
export function forgetBegun(db: SearchDb, source: Sha256): void {
  changeIn(db, 'DELETE FROM sources WHERE source = ? AND outcome IS NULL', source);
}

/** Keeps the texts of a source, by page, in place of those that were there, and what became of it. */
export function saveSource(
  db: SearchDb,
  source: string,
  outcome: IndexOutcome,
  texts: readonly { readonly page: number; readonly text: string }[],
  digest = '',
): void {
  transactSearch(db, () => {
    changeIn(db, 'DELETE FROM texts WHERE source = ?', source);
    for (const { page, text } of texts) {
      if (text === '') continue;
      changeIn(
        db,
        'INSERT INTO texts (source, page, text) VALUES (?, ?, ?)',
        source,
        page,
        breakIdeographs(text),
      );
    }
    changeIn(
      db,
      `INSERT INTO sources VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET
         outcome = excluded.outcome, attempts = 1, digest = excluded.digest`,
      source,
      outcome,
      digest,
    );
  });
}

/** Removes sources that no paper has any more. */
export function removeSources(db: SearchDb, sources: readonly string[]): void {
  transactSearch(db, () => {
    for (const source of sources) {
      changeIn(db, 'DELETE FROM texts WHERE source = ?', source);
      changeIn(db, 'DELETE FROM sources WHERE source = ?', source);
    }
  });
}
