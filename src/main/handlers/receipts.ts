import { basename, dirname } from 'node:path';
import type { JudgementReceipt } from '@shared/contract/bundle';
import type { FileToken } from '@shared/model/ids';
import type { JudgementOutcome } from '../services/export-judgements';

/** What the window gets to know of a bundle that was written: its file by the token that it chose. */
export function toJudgementReceipt<Outcome extends JudgementOutcome>(
  { path, id, ...receipt }: Outcome,
  file: FileToken,
): Omit<Outcome, 'path' | 'id'> & Pick<JudgementReceipt, 'bundle' | 'file'> {
  return { ...receipt, bundle: id, file: { token: file, name: basename(path), folder: dirname(path) } };
}
