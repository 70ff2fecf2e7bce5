import type { PaperNumber } from '@shared/model/ids';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** The form of another system that a paper came with. `preamble` and `review` are the form's own characters. */
export interface StoredForm {
  readonly paper: PaperNumber;
  readonly system: 'hotcrp' | 'easychair';
  /** The file that it came in. */
  readonly fileName: string;
  readonly preamble: string;
  readonly review: string;
}

/** Every paper's form, by number. */
export function listForms(db: ReadDb): StoredForm[] {
  return selectAll<StoredForm>(
    db,
    'SELECT paper, system, file_name AS fileName, preamble, review FROM offline_forms ORDER BY paper',
  );
}

/** Keeps a paper's form, in the place of an earlier one. */
export function saveForm(db: WriteDb, form: StoredForm): void {
  change(
    db,
    `INSERT INTO offline_forms VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       system = excluded.system, file_name = excluded.file_name,
       preamble = excluded.preamble, review = excluded.review`,
    form.paper,
    form.system,
    form.fileName,
    form.preamble,
    form.review,
  );
}
