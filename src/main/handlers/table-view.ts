import { dropTableView, keepTableView, readTableViews } from '../services/table-views';
import type { Handlers } from './handler';

/** The ways to look at the papers that a person keeps. */
export const tableViewHandlers: Pick<Handlers, 'tableView.list' | 'tableView.save' | 'tableView.remove'> = {
  'tableView.list': ({ services }, input) => readTableViews(services, input),
  'tableView.save': ({ services, publish }, input) => {
    const views = keepTableView(services, input);
    publish('tableViews.changed', { venue: input.venue });
    return views;
  },
  'tableView.remove': ({ services, publish }, input) => {
    const views = dropTableView(services, input);
    publish('tableViews.changed', { venue: input.venue });
    return views;
  },
};
