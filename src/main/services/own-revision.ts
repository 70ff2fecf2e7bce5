import type { PaperNumber, Sha256 } from '@shared/model/ids';
import type { Revision } from '@shared/model/review';
import type { ReadDb } from '../store/database';
import type { StoredDraft } from '../store/drafts';
import { getVenue } from '../store/venues';
import { hashOf, linkTo } from './histories';
import { isSameWork, listBases } from './my-review';

/** My review as it goes out. */
export interface OwnRevision {
  readonly hash: Sha256;
  /** Of all its revisions, this one last. */
  readonly history: readonly Sha256[];
  readonly revision: Revision;
  /** Whether the draft says something that no revision says yet. */
  readonly isNew: boolean;
}

/**
 * The revision that exporting a draft would carry: the newest one, or a new one whose parent is the newest. As long as the
 * draft does not change it is the same each time, exported or not. Stores nothing.
 */
export function ownRevision(
  db: ReadDb,
  {
    paper,
    draft,
    me,
  }: { readonly paper: PaperNumber; readonly draft: StoredDraft; readonly me: Revision['reviewer'] },
): OwnRevision {
  const bases = listBases(db, draft.review);
  const newest = bases[0];
  if (bases.length === 1 && newest !== undefined && isSameWork(newest.revision, draft)) {
    const { hash, history, revision } = newest;
    return { hash, history, revision, isNew: false };
  }
  const venue = getVenue(db);
  const { historyWith, ...links } = linkTo(bases);
  const revision: Revision = {
    review: draft.review,
    paper,
    reviewer: me,
    venueRevision: venue.revision,
    formVersion: venue.form.version,
    ...links,
    state: draft.isReady ? 'ready' : 'draft',
    ...(draft.helpedBy.length === 0 ? {} : { helpedBy: [...draft.helpedBy] }),
    writtenAt: draft.changedAt,
    answers: draft.answers,
  };
  const hash = hashOf(revision);
  return { hash, history: historyWith(hash), revision, isNew: true };
}
