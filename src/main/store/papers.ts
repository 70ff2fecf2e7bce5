import type { PaperNumber, Sha256 } from '@shared/model/ids';
import { paperSchema, type Paper } from '@shared/model/paper';
import type { Assertion } from './assertion';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

interface PaperRow {
  readonly number: number;
  readonly title: string;
  readonly abstract: string;
  readonly pdf_sha256: string;
  readonly pdf_size_bytes: number;
  readonly keywords: string;
  readonly topics: string;
  readonly authors: string;
}

const SELECT = `
SELECT number, title, abstract, pdf_sha256, pdf_size_bytes,
  (SELECT json_group_array(keyword ORDER BY position) FROM paper_keywords WHERE paper = number) AS keywords,
  (SELECT json_group_array(topic ORDER BY position) FROM paper_topics WHERE paper = number) AS topics,
  (SELECT json_group_array(json_object('name', name, 'email', email) ORDER BY position)
     FROM paper_authors WHERE paper = number) AS authors
FROM papers`;

/** Every paper of the store, by number. */
export function listPapers(db: ReadDb): Paper[] {
  return selectAll<PaperRow>(db, `${SELECT} ORDER BY number`).map(toPaper);
}

/** A paper in a list: what is shown of it there. */
export interface PaperHead {
  readonly number: PaperNumber;
  readonly title: string;
  readonly topics: readonly string[];
}

/** Every paper of the store, by number, as a list shows it: without abstract, keywords and authors. */
export function listPaperHeads(db: ReadDb): PaperHead[] {
  const rows = selectAll<{ number: PaperNumber; title: string; topics: string }>(
    db,
    `SELECT number, title,
       (SELECT json_group_array(topic ORDER BY position) FROM paper_topics WHERE paper = number) AS topics
     FROM papers ORDER BY number`,
  );
  // Papers of the same topics share one list of them.
  const lists = new Map<string, readonly string[]>();
  return rows.map(({ topics, ...row }) => {
    const known = lists.get(topics) ?? (JSON.parse(topics) as string[]);
    lists.set(topics, known);
    return { ...row, topics: known };
  });
}

/** What of a paper is searched. */
export interface PaperText {
  readonly number: PaperNumber;
  readonly title: string;
  readonly abstract: string;
  readonly pdf: Sha256;
}

/** What is searched of every paper of the store, by number. */
export function listPaperTexts(db: ReadDb): PaperText[] {
  return selectAll(db, 'SELECT number, title, abstract, pdf_sha256 AS pdf FROM papers ORDER BY number');
}

/** Every paper's PDF, by number. */
export function listPaperPdfs(db: ReadDb): Pick<PaperText, 'number' | 'pdf'>[] {
  return selectAll(db, 'SELECT number, pdf_sha256 AS pdf FROM papers ORDER BY number');
}

/** The papers whose PDF a blob is, by number. */
export function listPapersOfPdf(db: ReadDb, sha256: Sha256): Pick<PaperText, 'number' | 'title'>[] {
  return selectAll(db, 'SELECT number, title FROM papers WHERE pdf_sha256 = ? ORDER BY number', sha256);
}

/** A paper's title, or undefined. */
export function getPaperTitle(db: ReadDb, number: PaperNumber): string | undefined {
  return selectOne<{ title: string }>(db, 'SELECT title FROM papers WHERE number = ?', number)?.title;
}

/** A paper, or undefined. */
export function getPaper(db: ReadDb, number: PaperNumber): Paper | undefined {
  const row = selectOne<PaperRow>(db, `${SELECT} WHERE number = ?`, number);
  return row === undefined ? undefined : toPaper(row);
}

/** Whether a paper is here. */
export function hasPaper(db: ReadDb, number: PaperNumber): boolean {
  return selectOne(db, 'SELECT 1 FROM papers WHERE number = ?', number) !== undefined;
}

/** How many papers the store holds. */
export function countPapers(db: ReadDb): number {
  return selectOne<{ count: number }>(db, 'SELECT count(*) AS count FROM papers')?.count ?? 0;
}

/** Whether a blob is a paper's PDF. */
export function isPaperPdf(db: ReadDb, sha256: Sha256): boolean {
  return selectOne(db, 'SELECT 1 FROM papers WHERE pdf_sha256 = ? LIMIT 1', sha256) !== undefined;
}

/** Adds a paper or brings it up to date, unless a newer assertion has spoken of it. Its reviews stay. */
export function savePaper(db: WriteDb, paper: Paper, by: Assertion): void {
  const taken = change(
    db,
    `INSERT INTO papers (number, title, abstract, pdf_sha256, pdf_size_bytes, asserted_by) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET title = excluded.title, abstract = excluded.abstract,
         pdf_sha256 = excluded.pdf_sha256, pdf_size_bytes = excluded.pdf_size_bytes, asserted_by = excluded.asserted_by
       WHERE excluded.asserted_by >= asserted_by`,
    paper.number,
    paper.title,
    paper.abstract,
    paper.pdf.sha256,
    paper.pdf.sizeBytes,
    by,
  );
  if (taken === 0) return;
  for (const table of ['paper_keywords', 'paper_topics', 'paper_authors']) {
    change(db, `DELETE FROM ${table} WHERE paper = ?`, paper.number);
  }
  paper.keywords.forEach((keyword, position) => {
    change(db, 'INSERT INTO paper_keywords VALUES (?, ?, ?)', paper.number, position, keyword);
  });
  paper.topics.forEach((topic, position) => {
    change(db, 'INSERT INTO paper_topics VALUES (?, ?, ?)', paper.number, position, topic);
  });
  paper.authors.forEach((author, position) => {
    change(
      db,
      'INSERT INTO paper_authors VALUES (?, ?, ?, ?)',
      paper.number,
      position,
      author.name,
      author.email,
    );
  });
}

function toPaper(row: PaperRow): Paper {
  return paperSchema.parse({
    number: row.number,
    title: row.title,
    abstract: row.abstract,
    keywords: JSON.parse(row.keywords),
    topics: JSON.parse(row.topics),
    authors: JSON.parse(row.authors),
    pdf: { sha256: row.pdf_sha256, sizeBytes: row.pdf_size_bytes },
  });
}
