import { z } from 'zod';
import { venueIdSchema } from '../model/ids';
import { tableViewSchema, viewNameSchema, type TableView } from '../model/table-view';
import { route } from './define';

export const tableViewRoutes = {
  /** The saved views of a venue's table of papers, by name. */
  'tableView.list': route<readonly TableView[]>()(z.strictObject({ venue: venueIdSchema })),
  /** Keeps a view under its name, in place of one that had it. Answers all. */
  'tableView.save': route<readonly TableView[]>()(
    z.strictObject({ venue: venueIdSchema, view: tableViewSchema }),
  ),
  /** Lets a view go. Answers the others. */
  'tableView.remove': route<readonly TableView[]>()(
    z.strictObject({ venue: venueIdSchema, name: viewNameSchema }),
  ),
};
