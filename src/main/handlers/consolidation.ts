import { basename } from 'node:path';
import { readConsolidatedPaper, readConsolidation } from '../services/consolidation';
import { buildTable, exportTable } from '../services/export-table';
import type { Handlers } from './handler';

/** What chairs and organizers see. */
export const consolidationHandlers: Pick<
  Handlers,
  'consolidation.get' | 'consolidation.getPaper' | 'consolidation.getTable' | 'consolidation.exportTable'
> = {
  'consolidation.get': ({ services }, input) => readConsolidation(services, input),
  'consolidation.getPaper': ({ services }, input) => readConsolidatedPaper(services, input),
  'consolidation.getTable': ({ services }, input) => buildTable(services, input),
  'consolidation.exportTable': ({ services, tokens }, { venue, file }) => {
    const path = tokens.pathOf(file, 'write');
    return { rowCount: exportTable(services, { venue, path }), fileName: basename(path) };
  },
};
