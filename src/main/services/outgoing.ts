import { createHash } from 'node:crypto';
import type { BundleKind } from '@shared/model/bundle';
import { sha256Schema, type BundleId, type Sha256, type VenueId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { startAgeFile } from '../bundle/age/age-writer';
import type { ByteSink } from '../bundle/bytes';
import { gatherChunks } from '../bundle/gather-chunks';
import {
  nameBundle,
  payloadDigest,
  signBundle,
  type Payload,
  type UnnamedHeader,
} from '../bundle/write-bundle';
import { listImportedBy } from '../store/bundles-in';
import {
  findBundleOut,
  listBundlesOut,
  saveBundleOut,
  saveWritten,
  type Recipient,
} from '../store/bundles-out';
import { transact, type WriteDb } from '../store/database';
import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { unwritable } from './unwritable';

/** What is to leave this machine. */
export interface Outgoing {
  readonly kind: BundleKind;
  readonly recipient: Recipient;
  readonly venue: { readonly id: VenueId; readonly revision: number };
  readonly author: UnnamedHeader['author'];
  readonly payload: Payload;
  /** Revisions of reviews that the payload carries. */
  readonly revisions: readonly Sha256[];
  /** Whom to encrypt it for (`age1...`), each of whom can open it alone. For nobody: it is not encrypted. */
  readonly recipients: readonly string[];
}

/** A bundle whose file is safely in place. */
export interface WrittenBundle {
  readonly id: BundleId;
  readonly sequence: number;
  /** Of the file as it is on disk, encrypted or not. */
  readonly sizeBytes: number;
}

/** What is told of a bundle that was written, so that whoever gets the file can compare it. */
export interface OutgoingReceipt extends WrittenBundle {
  /** Of the file as it is on disk, encrypted or not. */
  readonly sha256: Sha256;
}

/**
 * Writes a bundle to a file and keeps the record of it: what is to be written before, that it is in place after. The same
 * content again takes the record it had, and so gives the same bytes; encrypted, it looks different each time.
 *
 * @throws AppError FILE_UNWRITABLE, DISK_FULL; FILE_UNREADABLE when a payload file is not what it was. The final name is
 * then what it was before.
 */
export function sendBundle(
  deps: ServiceDeps,
  db: WriteDb,
  outgoing: Outgoing,
  path: string,
  job: JobControl,
): OutgoingReceipt {
  const hash = createHash('sha256');
  const written = writeBundle(deps, db, outgoing, path, job, (chunk) => {
    hash.update(chunk);
  });
  saveWritten(db, written.id, nowInstant(deps.clock));
  return { ...written, sha256: sha256Schema.parse(hash.digest('hex')) };
}

/**
 * As {@link sendBundle}, but for the word that the file is in place, and its digest: who writes many says that of all at
 * once, by `saveWritten`. The record of what is written comes first: should the machine stop in between, a revision may be
 * on record that never left, which harms nobody; the other way round would fork the review.
 *
 * @param onWritten gets the bytes of the file as they are written
 * @throws AppError as sendBundle
 */
export function writeBundle(
  deps: ServiceDeps,
  db: WriteDb,
  outgoing: Outgoing,
  path: string,
  job: JobControl,
  onWritten: ByteSink = () => undefined,
): WrittenBundle {
  const header = recordBundle(deps, db, outgoing);
  const bundle = signBundle(header, outgoing.payload, deps.identity());
  const write = (fd: number): number => {
    let sizeBytes = 0;
    const file = gatherChunks((chunk) => {
      writeFully(fd, chunk);
      onWritten(chunk);
      sizeBytes += chunk.length;
    });
    encrypt(file.write, outgoing.recipients, (plain) => {
      bundle.writeTo(plain, (written, total) => {
        job.checkpoint();
        job.progress('Writing the bundle', written, total);
      });
    });
    file.flush();
    return sizeBytes;
  };
  const sizeBytes = writeWhole(deps, path, bundle.sizeBytes, write);
  return { id: bundle.id, sequence: header.sequence, sizeBytes };
}

function writeWhole(
  { stores }: ServiceDeps,
  path: string,
  neededBytes: number,
  write: (fd: number) => number,
): number {
  try {
    return writeOutside(stores.notesFolder, path, write);
  } catch (error) {
    throw unwritable(error, path, neededBytes);
  }
}

/** What became of a file: its bytes as they are on disk. */
export type Measured = Pick<OutgoingReceipt, 'sizeBytes' | 'sha256'>;

/** Measures what goes into a sink. */
export function measure(sink: ByteSink, write: (sink: ByteSink) => void): Measured {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  write((chunk) => {
    sink(chunk);
    hash.update(chunk);
    sizeBytes += chunk.length;
  });
  return { sizeBytes, sha256: sha256Schema.parse(hash.digest('hex')) };
}

/** Encrypts what is written for the recipients; for nobody, it goes to the sink as it is. */
export function encrypt(
  sink: ByteSink,
  recipients: readonly string[],
  write: (sink: ByteSink) => void,
): void {
  if (recipients.length === 0) {
    write(sink);
    return;
  }
  const age = startAgeFile(sink, recipients);
  write(age.write);
  age.end();
}

function recordBundle(deps: ServiceDeps, db: WriteDb, outgoing: Outgoing): UnnamedHeader {
  const { kind, recipient, payload } = outgoing;
  const content = payloadDigest(payload);
  return transact(db, () => {
    const again = findBundleOut(db, kind, recipient, content);
    // What another computer of mine sent and what came here goes before, too.
    const earlier = [
      ...listBundlesOut(db, kind, recipient),
      ...(kind === 'assignment' ? [] : listImportedBy(db, outgoing.author.person, kind)),
    ].toSorted((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
    const sequence = again?.sequence ?? (earlier.at(-1)?.sequence ?? 0) + 1;
    const created: Instant = again?.created ?? nowInstant(deps.clock);
    const header: UnnamedHeader = {
      kind,
      venue: outgoing.venue.id,
      venueRevision: outgoing.venue.revision,
      created,
      application: deps.application,
      author: outgoing.author,
      sequence,
      supersedes: [...new Set(earlier.filter((sent) => sent.sequence < sequence).map((sent) => sent.id))],
    };
    const id = nameBundle(header, payload);
    saveBundleOut(
      db,
      kind,
      recipient,
      content,
      { id, sequence, created, writtenAt: null },
      outgoing.revisions,
    );
    return header;
  });
}
