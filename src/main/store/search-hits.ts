import type { SearchQuery, SearchTerm } from '@shared/rules/search-query';
import { breakIdeographs, unbreakIdeographs } from '@shared/rules/search-text';
import { iterateFrom, type SearchDb } from './search-database';

/** A place in the index where a query is met. */
export interface IndexHit {
  /** As {@link aboutSource} or a PDF's SHA-256. */
  readonly source: string;
  /** From 1; 0 for title and abstract. */
  readonly page: number;
  /** The words around, on one line. */
  readonly text: string;
  /** Ranges of `text` that were looked for, UTF-16 code units, in order. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Controls, which no indexed text holds, around what was looked for. */
const FROM = '\u0002';
const TO = '\u0003';
const SNIPPET_WORDS = 24;

/** Everything that meets a query, best first by BM25; nothing is read ahead of what the caller takes. */
export function* findHits(db: SearchDb, query: SearchQuery): Generator<IndexHit> {
  const expression = toMatchExpression(query);
  if (expression === null) return;
  const rows = iterateFrom<{ source: string; page: number; snippet: string }>(
    db,
    `SELECT texts.source, texts.page, snippet(texts_fts, 0, ?, ?, '…', ?) AS snippet
       FROM texts_fts JOIN texts ON texts.id = texts_fts.rowid
       WHERE texts_fts MATCH ? ORDER BY rank`,
    FROM,
    TO,
    SNIPPET_WORDS,
    expression,
  );
  for (const { source, page, snippet } of rows)
    yield { source, page, ...readMarks(unbreakIdeographs(snippet)) };
}

/**
 * A query in the language of FTS5's MATCH; null when it asks for nothing. Every word is quoted, so that nothing in it can be
 * an operator there.
 */
export function toMatchExpression({ all, none }: SearchQuery): string | null {
  if (all.length === 0) return null;
  const wanted = all.map((terms) => `(${terms.map(toPhrase).join(' OR ')})`).join(' AND ');
  if (none.length === 0) return wanted;
  return `(${wanted}) NOT (${none.map(toPhrase).join(' OR ')})`;
}

function toPhrase({ text, isPrefix }: SearchTerm): string {
  return `"${breakIdeographs(text).replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`;
}

function readMarks(snippet: string): Pick<IndexHit, 'text' | 'marks'> {
  const marks: [number, number][] = [];
  let text = '';
  for (const part of snippet.split(FROM)) {
    const [marked, after] = part.split(TO);
    if (after === undefined) {
      text += part;
      continue;
    }
    const start = text.length;
    text += marked ?? '';
    const last = marks.at(-1);
    // Ideographs that stand side by side are one find.
    if (last?.[1] === start) last[1] = text.length;
    else marks.push([start, text.length]);
    text += after;
  }
  return { text, marks };
}
