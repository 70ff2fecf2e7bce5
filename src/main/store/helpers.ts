import type { PaperNumber, PersonId } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

/** Somebody whom I asked to help with the review of a paper. */
export interface Helper {
  readonly person: PersonId;
  readonly paper: PaperNumber;
  readonly name: string;
  readonly email: string;
  /** The public half of the invitation that I gave them, SPKI PEM. */
  readonly invitationKey: string;
  readonly handedAt: Instant;
}

interface HelperRow {
  readonly person: PersonId;
  readonly paper: PaperNumber;
  readonly name: string;
  readonly email: string;
  readonly invitation_key: string;
  readonly handed_at: string;
}

const SELECT = 'SELECT person, paper, name, email, invitation_key, handed_at FROM helpers';

/** Whom I asked to help with a paper, by name. */
export function listHelpersOn(db: ReadDb, paper: PaperNumber): Helper[] {
  return selectAll<HelperRow>(db, `${SELECT} WHERE paper = ? ORDER BY name, person`, paper).map(toHelper);
}

/** All papers with which a person was asked to help, by paper. */
export function listHelpOf(db: ReadDb, person: PersonId): Helper[] {
  return selectAll<HelperRow>(db, `${SELECT} WHERE person = ? ORDER BY paper`, person).map(toHelper);
}

/** The public half of the invitation that I gave a person; null when I asked them for nothing. */
export function getHelperKey(db: ReadDb, person: PersonId): string | null {
  const row = selectOne<HelperRow>(db, `${SELECT} WHERE person = ? ORDER BY paper LIMIT 1`, person);
  return row?.invitation_key ?? null;
}

/** Notes that I asked somebody to help with a paper, or did so again. */
export function saveHelper(db: WriteDb, helper: Helper): void {
  change(
    db,
    `INSERT INTO helpers VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       name = excluded.name, email = excluded.email, invitation_key = excluded.invitation_key,
       handed_at = excluded.handed_at`,
    helper.person,
    helper.paper,
    helper.name,
    helper.email,
    helper.invitationKey,
    helper.handedAt,
  );
}

function toHelper(row: HelperRow): Helper {
  return {
    person: row.person,
    paper: row.paper,
    name: row.name,
    email: row.email,
    invitationKey: row.invitation_key,
    handedAt: instantSchema.parse(row.handed_at),
  };
}
