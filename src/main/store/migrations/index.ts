import type { Migration } from '../migration';
import { initial } from './0010-initial';

/** All migrations, oldest first. A merged one is never edited: a test holds its hash. */
export const migrations: readonly Migration[] = [initial];
