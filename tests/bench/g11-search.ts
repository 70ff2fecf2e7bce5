import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sha256Schema, type Sha256 } from '@shared/model/ids';
import { parseSearchQuery } from '@shared/rules/search-query';
import { closeDatabase, openDatabase, type WriteDb } from '@main/store/database';
import { listPapersOfPdf } from '@main/store/papers';
import { closeSearchIndexes, withSearchIndex } from '@main/store/search-database';
import { findHits } from '@main/store/search-hits';
import { saveSource } from '@main/store/search-index';
import type { BenchContext } from './harness/context';
import { takeTurns, type Series } from './harness/pairs';

const PAPERS = 300;
const PAGES = 27;
const PAGE_WORDS = 230;
const VOCABULARY = 30_000;
const QUERIES = 400;
const LIMIT = 50;

/**
 * G11: the slowest hundredth of searches over 300 papers (8,100 pages of 1.5 kB, words as rare as in any language): what
 * was typed understood, the best 50 pages with the words around them, each with its paper. Against FTS5 alone on the same
 * text, asked in its own language.
 */
export async function measureSearch({ folder, pairCount }: BenchContext): Promise<readonly Series[]> {
  const store = join(folder, 'venue');
  const db = openDatabase(store, '2026-05-10T08:00:00.000Z');
  const bare = new Database(join(folder, 'bare.sqlite'));
  try {
    fill(db, store, bare);
    const ask = bare.prepare(
      `SELECT rowid, snippet(pages, 0, '<', '>', '…', 24) FROM pages WHERE pages MATCH ? ORDER BY rank LIMIT ${LIMIT}`,
    );
    const pairs = await takeTurns(
      pairCount,
      async (index) => slowestHundredth(index, ({ typed }) => search(db, store, typed)),
      async (index) => slowestHundredth(index, ({ fts5 }) => ask.all(fts5)),
    );
    return [{ id: 'G11', title: 'search of 300 papers, p99; bare FTS5', unit: 'ms', limit: 2, pairs }];
  } finally {
    bare.close();
    closeSearchIndexes();
    closeDatabase(db);
  }
}

function search(db: WriteDb, store: string, typed: string): number {
  return withSearchIndex(store, (index) => {
    let count = 0;
    for (const { source } of findHits(index, parseSearchQuery(typed))) {
      if (listPapersOfPdf(db, source as Sha256).length > 0) count += 1;
      if (count === LIMIT) break;
    }
    return count;
  });
}

interface Asked {
  readonly typed: string;
  readonly fts5: string;
}

function slowestHundredth(seed: number, ask: (query: Asked) => unknown): number {
  const random = createRandom(seed + 1);
  const times = Array.from({ length: QUERIES }, (_, index) => {
    const query = makeQuery(index, random);
    const startedAt = performance.now();
    ask(query);
    return performance.now() - startedAt;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(QUERIES * 0.99)] ?? 0;
}

/** A word, two words, a phrase and a beginning, in turn. */
function makeQuery(index: number, random: () => number): Asked {
  const [a, b] = [drawWord(random), drawWord(random)];
  switch (index % 4) {
    case 0:
      return { typed: `${a} `, fts5: `"${a}"` };
    case 1:
      return { typed: `${a} ${b} `, fts5: `"${a}" "${b}"` };
    case 2:
      return { typed: `"${a} ${b}"`, fts5: `"${a} ${b}"` };
    default:
      return { typed: a.slice(0, 4), fts5: `"${a.slice(0, 4)}" *` };
  }
}

function fill(db: WriteDb, store: string, bare: Database.Database): void {
  const random = createRandom(0);
  bare.exec(
    `CREATE VIRTUAL TABLE pages USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`,
  );
  const insert = bare.prepare('INSERT INTO pages VALUES (?)');
  const paper = db.prepare(
    `INSERT INTO papers (number, title, abstract, pdf_sha256, pdf_size_bytes, asserted_by) VALUES (?, ?, '', ?, 1, '')`,
  );
  for (let number = 1; number <= PAPERS; number += 1) {
    const pdf = sha256Schema.parse(createHash('sha256').update(`paper ${number}`).digest('hex'));
    const texts = Array.from({ length: PAGES }, (_, page) => ({
      page: page + 1,
      text: Array.from({ length: PAGE_WORDS }, () => drawWord(random)).join(' '),
    }));
    paper.run(number, `Paper ${number}`, pdf);
    withSearchIndex(store, (index) => saveSource(index, pdf, 'indexed', texts));
    bare.transaction(() => {
      for (const { text } of texts) insert.run(text);
    })();
  }
}

/** A word of a made-up language in which the n-th word is about 1/n as frequent as the first. */
function drawWord(random: () => number): string {
  const rank = Math.floor(VOCABULARY ** random());
  return createHash('md5')
    .update(String(rank))
    .digest('base64url')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()
    .slice(0, 7);
}

/** A linear congruential generator (Numerical Recipes): the same numbers from the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
