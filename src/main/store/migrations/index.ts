import type { Migration } from '../migration';
import { initial } from './0010-initial';
import { papersByPdf } from './0020-papers-by-pdf';
import { consolidation } from './0030-consolidation';
import { revisionsInOrder } from './0040-revisions-in-order';
import { annotations } from './0050-annotations';

/** All migrations, oldest first. A merged one is never edited: a test holds its hash. */
export const migrations: readonly Migration[] = [
  initial,
  papersByPdf,
  consolidation,
  revisionsInOrder,
  annotations,
];
