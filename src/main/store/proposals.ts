import type { PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import { revisionSchema, type Revision } from '@shared/model/review';
import { saveChained, selectChain, toChained, type Chained, type ChainRow } from './chains';
import { selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** A revision of a review that a helper of mine sent, with the chain it ends. */
export type StoredProposal = Chained<Revision>;

const SELECT = selectChain('proposals');
const toStored = toChained(revisionSchema);

/** What a helper sent on a paper, by hash. */
export function listProposals(db: ReadDb, paper: PaperNumber, helper: PersonId): StoredProposal[] {
  return selectAll<ChainRow>(db, `${SELECT} WHERE paper = ? AND helper = ? ORDER BY hash`, paper, helper).map(
    toStored,
  );
}

/** Whether a revision is here. */
export function hasProposal(db: ReadDb, hash: Sha256): boolean {
  return selectOne(db, 'SELECT 1 FROM proposals WHERE hash = ?', hash) !== undefined;
}

/** Adds a revision (see `saveChained`). Answers whether it is new. */
export function saveProposal(db: WriteDb, stored: StoredProposal): boolean {
  const { review, paper, reviewer } = stored.revision;
  return saveChained(db, 'proposals', stored, [review, paper, reviewer]);
}
