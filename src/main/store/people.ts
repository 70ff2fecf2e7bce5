import type { PersonId } from '@shared/model/ids';
import { personSchema, type Person, type Role } from '@shared/model/person';
import { change, selectAll, selectOne, type ReadDb, type WriteDb } from './database';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly is_reviewer: number;
  readonly is_chair: number;
  readonly is_organizer: number;
  readonly invitation_key: string | null;
}

/** Everybody this store knows, by name. */
export function listPeople(db: ReadDb): Person[] {
  return selectAll<PersonRow>(db, 'SELECT * FROM people ORDER BY name, id').map(toPerson);
}

/** A person, or undefined when this store does not know them. */
export function getPerson(db: ReadDb, id: PersonId): Person | undefined {
  const row = selectOne<PersonRow>(db, 'SELECT * FROM people WHERE id = ?', id);
  return row === undefined ? undefined : toPerson(row);
}

/** Adds a person, or brings name, address, roles and invitation key up to date. */
export function savePerson(db: WriteDb, person: Person): void {
  change(
    db,
    `INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       name = excluded.name, email = excluded.email, is_reviewer = excluded.is_reviewer,
       is_chair = excluded.is_chair, is_organizer = excluded.is_organizer,
       invitation_key = coalesce(excluded.invitation_key, invitation_key)`,
    person.id,
    person.name,
    person.email,
    Number(person.roles.includes('reviewer')),
    Number(person.roles.includes('chair')),
    Number(person.roles.includes('organizer')),
    person.invitationKey,
  );
}

function toPerson(row: PersonRow): Person {
  const roles: Role[] = [];
  if (row.is_reviewer === 1) roles.push('reviewer');
  if (row.is_chair === 1) roles.push('chair');
  if (row.is_organizer === 1) roles.push('organizer');
  return personSchema.parse({
    id: row.id,
    name: row.name,
    email: row.email,
    roles,
    invitationKey: row.invitation_key,
  });
}
