import type { PaperNumber, PersonId } from '@shared/model/ids';
import { change, selectAll, type ReadDb, type WriteDb } from './database';

/** What a reviewer knows and can take on. */
export interface ReviewerProfile {
  readonly person: PersonId;
  /** Names, separated by `;`; empty when not known. */
  readonly institution: string;
  /** Topic ids, the best known first. */
  readonly topics: readonly string[];
  /** Titles, abstracts, a research statement: any text about what they work on. */
  readonly expertise: string;
  /** Null: as the venue's rules say. */
  readonly minLoad: number | null;
  readonly maxLoad: number | null;
  /** Paper numbers, e-mail addresses and domains that they declared conflicts with. */
  readonly conflicts: readonly string[];
}

/** What a reviewer said of a paper before papers were assigned. */
export interface BidRow {
  readonly paper: PaperNumber;
  readonly person: PersonId;
  readonly bid: 'yes' | 'maybe' | 'no' | 'conflict';
}

/** Every profile, by person. */
export function listProfiles(db: ReadDb): ReviewerProfile[] {
  return selectAll<Omit<ReviewerProfile, 'topics' | 'conflicts'> & { topics: string; conflicts: string }>(
    db,
    `SELECT person, institution, topics, expertise, min_load AS minLoad, max_load AS maxLoad, conflicts
       FROM reviewer_profiles ORDER BY person`,
  ).map((row) => ({
    ...row,
    topics: JSON.parse(row.topics) as string[],
    conflicts: JSON.parse(row.conflicts) as string[],
  }));
}

/** Keeps a profile in place of the one that was there. */
export function saveProfile(db: WriteDb, profile: ReviewerProfile): void {
  change(
    db,
    `INSERT INTO reviewer_profiles VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       institution = excluded.institution, topics = excluded.topics, expertise = excluded.expertise,
       min_load = excluded.min_load, max_load = excluded.max_load, conflicts = excluded.conflicts`,
    profile.person,
    profile.institution,
    JSON.stringify(profile.topics),
    profile.expertise,
    profile.minLoad,
    profile.maxLoad,
    JSON.stringify(profile.conflicts),
  );
}

/** Every bid, by person and paper. */
export function listBids(db: ReadDb): BidRow[] {
  return selectAll(db, 'SELECT paper, person, bid FROM bids ORDER BY person, paper');
}

/** Keeps a bid in place of the one that was there. */
export function saveBid(db: WriteDb, { paper, person, bid }: BidRow): void {
  change(
    db,
    'INSERT INTO bids (paper, person, bid) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET bid = excluded.bid',
    paper,
    person,
    bid,
  );
}
