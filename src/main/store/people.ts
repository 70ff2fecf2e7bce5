import type { PersonId } from '@shared/model/ids';
import { personSchema, type Person, type Role } from '@shared/model/person';
import type { Assertion } from './assertion';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

interface RoleRow {
  readonly is_reviewer: number;
  readonly is_chair: number;
  readonly is_organizer: number;
}

interface PersonRow extends RoleRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly invitation_key: string | null;
  readonly recipient: string | null;
  readonly revoked: string;
}

const SELECT = `
SELECT id, name, email, is_reviewer, is_chair, is_organizer, invitation_key, recipient,
  (SELECT json_group_array(fingerprint ORDER BY fingerprint) FROM revoked_keys WHERE person = id) AS revoked
FROM people`;

/** Everybody this store knows, by name. */
export function listPeople(db: ReadDb): Person[] {
  return selectAll<PersonRow>(db, `${SELECT} ORDER BY name, id`).map(toPerson);
}

/** A person, or undefined when this store does not know them. */
export function getPerson(db: ReadDb, id: PersonId): Person | undefined {
  const row = selectOne<PersonRow>(db, `${SELECT} WHERE id = ?`, id);
  return row === undefined ? undefined : toPerson(row);
}

/** The roles of a person; none of somebody whom this store does not know. */
export function listRolesOf(db: ReadDb, id: PersonId): Role[] {
  const row = selectOne<RoleRow>(
    db,
    'SELECT is_reviewer, is_chair, is_organizer FROM people WHERE id = ?',
    id,
  );
  return row === undefined ? [] : rolesOf(row);
}

/** The public half of a person's invitation, SPKI PEM; null when there is none or the person is not known. */
export function getInvitationKey(db: ReadDb, id: PersonId): string | null {
  const row = selectOne<{ key: string | null }>(
    db,
    'SELECT invitation_key AS key FROM people WHERE id = ?',
    id,
  );
  return row?.key ?? null;
}

/**
 * Adds a person, or brings name, address and roles up to date unless a newer assertion has spoken of them. Keys that are
 * known stay where the newer one has none. Revoked keys are kept by `saveRevokedKey`.
 */
export function savePerson(db: WriteDb, person: Person, by: Assertion): void {
  change(
    db,
    `INSERT INTO people
       (id, name, email, is_reviewer, is_chair, is_organizer, invitation_key, recipient, asserted_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET
       name = excluded.name, email = excluded.email, is_reviewer = excluded.is_reviewer,
       is_chair = excluded.is_chair, is_organizer = excluded.is_organizer,
       invitation_key = coalesce(excluded.invitation_key, invitation_key),
       recipient = coalesce(excluded.recipient, recipient), asserted_by = excluded.asserted_by
     WHERE excluded.asserted_by >= asserted_by`,
    person.id,
    person.name,
    person.email,
    Number(person.roles.includes('reviewer')),
    Number(person.roles.includes('chair')),
    Number(person.roles.includes('organizer')),
    person.invitationKey,
    person.recipient ?? null,
    by,
  );
}

function rolesOf(row: RoleRow): Role[] {
  const roles: Role[] = [];
  if (row.is_reviewer === 1) roles.push('reviewer');
  if (row.is_chair === 1) roles.push('chair');
  if (row.is_organizer === 1) roles.push('organizer');
  return roles;
}

function toPerson(row: PersonRow): Person {
  const revokedKeys = JSON.parse(row.revoked) as readonly string[];
  return personSchema.parse({
    id: row.id,
    name: row.name,
    email: row.email,
    roles: rolesOf(row),
    invitationKey: row.invitation_key,
    ...(row.recipient === null ? {} : { recipient: row.recipient }),
    ...(revokedKeys.length === 0 ? {} : { revokedKeys }),
  });
}
