import type { PaperNumber } from '@shared/model/ids';
import { change, selectOne, type ReadDb, type WriteDb } from './database';

/** How a paper was last looked at: opaque JSON of the window's, or null. */
export function getView(db: ReadDb, paper: PaperNumber): unknown {
  const row = selectOne<{ json: string }>(db, 'SELECT json FROM views WHERE paper = ?', paper);
  return row === undefined ? null : JSON.parse(row.json);
}

/** Remembers how a paper is looked at. */
export function saveView(db: WriteDb, paper: PaperNumber, view: unknown): void {
  change(
    db,
    'INSERT INTO views VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
    paper,
    JSON.stringify(view),
  );
}
