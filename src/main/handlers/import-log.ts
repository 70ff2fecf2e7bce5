import { readImportLog, readKeptReport } from '../services/import-log';
import type { Handlers } from './handler';

/** The reports of imports that are over. */
export const importLogHandlers: Pick<Handlers, 'importLog.list' | 'importLog.get'> = {
  'importLog.list': ({ services }, input) => readImportLog(services, input),
  'importLog.get': ({ services }, input) => readKeptReport(services, input),
};
