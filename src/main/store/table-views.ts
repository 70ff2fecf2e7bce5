import { tableViewSchema, type TableView } from '@shared/model/table-view';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** The saved views of the table of papers, by name. One that this version cannot read is left out, and kept. */
export function listTableViews(db: ReadDb): readonly TableView[] {
  return selectAll<{ json: string }>(db, 'SELECT json FROM table_views ORDER BY name').flatMap(({ json }) => {
    const parsed = tableViewSchema.safeParse(JSON.parse(json));
    return parsed.success ? [parsed.data] : [];
  });
}

/** Keeps a view; one of the same name is replaced. */
export function saveTableView(db: WriteDb, view: TableView): void {
  change(
    db,
    'INSERT INTO table_views VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
    view.name,
    JSON.stringify(view),
  );
}

/** Lets a view go. */
export function removeTableView(db: WriteDb, name: string): void {
  change(db, 'DELETE FROM table_views WHERE name = ?', name);
}
