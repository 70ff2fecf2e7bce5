import { personIdSchema, type PersonId } from '@shared/model/ids';
import { instantSchema, type Instant } from '@shared/model/time';
import { OWN_ASSERTION, type Assertion } from './assertion';
import { change, selectOne, type ReadDb, type WriteDb } from './database';

/** Whose store this is. Undefined only while a store is being made. */
export function getSelf(db: ReadDb): PersonId | undefined {
  const value = getFact(db, 'self');
  return value === undefined ? undefined : personIdSchema.parse(value);
}

/** States whose store this is. */
export function saveSelf(db: WriteDb, person: PersonId): void {
  saveFact(db, 'self', person);
}

/** The latest instant this store has seen, in a bundle or from the clock. */
export function getLatestSeen(db: ReadDb): Instant | null {
  const value = getFact(db, 'latest-seen');
  return value === undefined ? null : instantSchema.parse(value);
}

/** Notes an instant; an earlier one than is known changes nothing. */
export function noteInstant(db: WriteDb, instant: Instant): void {
  const known = getLatestSeen(db);
  if (known === null || known < instant) saveFact(db, 'latest-seen', instant);
}

/** The private invitation key (PKCS #8 PEM) that came with my assignment bundle, or null. */
export function getInvitation(db: ReadDb): string | null {
  return getFact(db, 'invitation') ?? null;
}

/** Keeps my invitation. */
export function saveInvitation(db: WriteDb, privatePem: string): void {
  saveFact(db, 'invitation', privatePem);
}

/** My reply key (`AGE-SECRET-KEY-1...`), which opens what is encrypted for me, or null. */
export function getReplyKey(db: ReadDb): string | null {
  return getFact(db, 'reply-key') ?? null;
}

/** Keeps my reply key. */
export function saveReplyKey(db: WriteDb, secretKey: string): void {
  saveFact(db, 'reply-key', secretKey);
}

/** The reviewer on whose behalf I review here, when one asked me to help; null in everybody else's store. */
export function getHandedBy(db: ReadDb): PersonId | null {
  const value = getFact(db, 'handed-by');
  return value === undefined ? null : personIdSchema.parse(value);
}

/** States on whose behalf I review here. */
export function saveHandedBy(db: WriteDb, person: PersonId): void {
  saveFact(db, 'handed-by', person);
}

/** When a reminder of this venue's deadline was last shown; null before the first. */
export function getRemindedAt(db: ReadDb): Instant | null {
  const value = getFact(db, 'reminded-at');
  return value === undefined ? null : instantSchema.parse(value);
}

/** Notes that a reminder of this venue's deadline was shown. */
export function saveRemindedAt(db: WriteDb, at: Instant): void {
  saveFact(db, 'reminded-at', at);
}

/** The newest assignment bundle that this store has heard; that of the store itself before the first. */
export function getNewestAssertion(db: ReadDb): Assertion {
  return getFact(db, 'newest-assertion') ?? OWN_ASSERTION;
}

/** Notes an assignment bundle; an older one than is known changes nothing. Answers the newest. */
export function noteAssertion(db: WriteDb, assertion: Assertion): Assertion {
  const known = getNewestAssertion(db);
  if (assertion <= known) return known;
  saveFact(db, 'newest-assertion', assertion);
  return assertion;
}

function getFact(db: ReadDb, name: string): string | undefined {
  return selectOne<{ value: string }>(db, 'SELECT value FROM facts WHERE name = ?', name)?.value;
}

function saveFact(db: WriteDb, name: string, value: string): void {
  change(db, 'INSERT INTO facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value);
}
