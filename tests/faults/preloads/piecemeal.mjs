// Sabotage: what should be one transaction is committed statement by statement.
import { createRequire } from 'node:module';

const Database = createRequire(import.meta.url)('better-sqlite3');
Database.prototype.transaction = (work) => Object.assign(() => work(), { immediate: () => work() });
