import type { VenueId } from '@shared/model/ids';
import type { TableView } from '@shared/model/table-view';
import { transact } from '../store/database';
import { listTableViews, removeTableView, saveTableView } from '../store/table-views';
import { requireConsolidator } from './consolidator';
import type { ServiceDeps } from './deps';

/** The saved views of a venue. Refused, as for all here: NOT_AN_ORGANIZER for a reviewer's store. */
export function readTableViews(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly TableView[] {
  const { db } = deps.stores.open(input.venue);
  requireConsolidator(db);
  return listTableViews(db);
}

/** Keeps a view under its name; answers all. */
export function keepTableView(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly view: TableView },
): readonly TableView[] {
  const { db } = deps.stores.open(input.venue);
  requireConsolidator(db);
  transact(db, () => {
    saveTableView(db, input.view);
  });
  return listTableViews(db);
}

/** Lets a view go; answers the others. */
export function dropTableView(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly name: string },
): readonly TableView[] {
  const { db } = deps.stores.open(input.venue);
  requireConsolidator(db);
  transact(db, () => {
    removeTableView(db, input.name);
  });
  return listTableViews(db);
}
