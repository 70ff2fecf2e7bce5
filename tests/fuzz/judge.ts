import { AppError } from '@shared/contract/errors';
import type { ImportRow } from '@shared/contract/bundle';
import { openBundle } from '@main/bundle/verify-bundle';
import type { Companion } from './corpus';
import type { Maker } from './mutate-structure';
import type { Receiver } from './receivers';
import { findMisfit } from './schemas';

/** A mutant on disk and what may be expected of it. */
export interface Subject {
  readonly path: string;
  readonly maker: Maker;
  /** Whether its bytes are those of a real bundle after all. */
  readonly isUnchanged: boolean;
  /** The signing key of whoever it pretends to be from. */
  readonly author: string;
}

/** What became of a mutant, and what is wrong with that, if anything. */
export interface Judgement {
  readonly verdict: string;
  readonly problem: string | null;
}

/**
 * Verifies a mutant. What is taken must be what its author signed: bytes of a real bundle, or signed anew by a key that the
 * mutant's maker has, and then by that key and no other.
 */
export function judgeVerification({ path, maker, isUnchanged, author }: Subject): Judgement {
  let bundle;
  try {
    bundle = openBundle(path);
  } catch (error) {
    if (!(error instanceof AppError)) return { verdict: 'crash', problem: crashOf(error) };
    return {
      verdict: error.code,
      problem: isUnchanged && !isSealed(error) ? `refused: ${error.detail}` : null,
    };
  }
  try {
    const signed = bundle.header.author.fingerprint;
    if (!isUnchanged && maker === 'nobody')
      return { verdict: 'opened', problem: 'changed by nobody, and opened' };
    if (!isUnchanged && maker === 'stranger' && signed === author)
      return { verdict: 'opened', problem: 'changed by a stranger, and opened as the author’s' };
    return { verdict: 'opened', problem: null };
  } finally {
    bundle.close();
  }
}

/** Imports a mutant alone, and judges what that did to the store. */
export function judgeImport(subject: Subject, receiver: Receiver): Judgement {
  const before = receiver.state();
  const aside = receiver.state(KEPT_ASIDE);
  const [row] = receiver.import(subject.path).rows;
  if (row === undefined) return { verdict: 'crash', problem: 'the import told nothing' };
  const problem = crashIn(row) ?? problemOf(subject, row, receiver, before, aside);
  if (receiver.state() !== before) receiver.reset();
  return { verdict: row.error?.code ?? row.outcome, problem };
}

/** Tables that say which bundles are kept, whether or not they are believed. */
const KEPT_ASIDE = ['bundles_in', 'received'];

function problemOf(
  subject: Subject,
  row: ImportRow,
  receiver: Receiver,
  before: string,
  aside: string,
): string | null {
  switch (row.outcome) {
    case 'refused':
      return receiver.state() === before ? null : 'refused, and the store changed';
    case 'already':
      // The same work in another bundle of its author is on record beside it; nobody else's leaves a trace.
      if (subject.maker === 'author' && !subject.isUnchanged)
        return receiver.state(KEPT_ASIDE) === aside ? null : 'already here, and more of the store changed';
      return receiver.state() === before ? null : 'already here, and the store changed';
    case 'held':
      if (receiver.state(KEPT_ASIDE) !== aside) return 'held, and more of the store changed';
      return subject.maker === 'nobody' && !subject.isUnchanged ? 'changed by nobody, and held' : null;
    default:
      if (!subject.isUnchanged && subject.maker !== 'author' && row.kind !== 'assignment')
        return `changed by ${subject.maker}, and ${row.outcome}`;
      return misfitOf(subject.path);
  }
}

function misfitOf(path: string): string | null {
  try {
    const bundle = openBundle(path);
    try {
      return findMisfit(bundle);
    } finally {
      bundle.close();
    }
  } catch (error) {
    // Only encrypted bundles come in that do not open without keys.
    return isSealed(error) ? null : `imported, and cannot be opened: ${String(error)}`;
  }
}

/** Imports a mutant together with a good bundle, which must come in as if it had come alone. */
export function judgeTogether(subject: Subject, { path, receiver, alone }: Companion): Judgement {
  const paths = [subject.path, path, subject.path];
  const report = receiver.import(...paths);
  const rows = report.rows;
  const good = rows[1];
  const state = receiver.state();
  receiver.reset();
  const verdict = `together: ${rows.map((row) => row.outcome).join(', ')}`;
  const crash = rows.map(crashIn).find((one) => one !== null);
  if (crash !== undefined && crash !== null) return { verdict, problem: crash };
  if (good?.error !== null) return { verdict, problem: `the good bundle was refused: ${good?.sentence}` };
  const isRefused = rows[0]?.outcome === 'refused' && rows[2]?.outcome === 'refused';
  if (isRefused && state !== alone)
    return { verdict, problem: 'refused, and the store is not as without it' };
  return { verdict, problem: null };
}

/** A row that no hostile file may bring about. */
function crashIn(row: ImportRow): string | null {
  const code = row.error?.code;
  return code === 'INTERNAL' || code === 'STORE_DAMAGED' || code === 'STORE_BUSY'
    ? `${code}: ${row.error?.detail ?? row.sentence}`
    : null;
}

function isSealed(error: unknown): boolean {
  return error instanceof AppError && error.code === 'BUNDLE_ENCRYPTED_FOR_OTHERS';
}

function crashOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
