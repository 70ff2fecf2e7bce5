import { AppError } from '@shared/contract/errors';
import type { BundleKind } from '@shared/model/bundle';
import type { BundleId, Sha256, VenueId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import type { Identity } from '../bundle/keys';
import {
  nameBundle,
  payloadDigest,
  writeBundle,
  type Payload,
  type UnnamedHeader,
} from '../bundle/write-bundle';
import { digestOfFile } from '../store/blobs';
import {
  findBundleOut,
  listBundlesOut,
  saveBundleOut,
  saveWritten,
  type Recipient,
} from '../store/bundles-out';
import { transact, type WriteDb } from '../store/database';
import { SHARED_MODE, writeDurably } from '../store/durable-file';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';

/** What is to leave this machine. */
export interface Outgoing {
  readonly kind: BundleKind;
  readonly recipient: Recipient;
  readonly venue: { readonly id: VenueId; readonly revision: number };
  readonly author: UnnamedHeader['author'];
  readonly payload: Payload;
  /** Revisions of reviews that the payload carries. */
  readonly revisions: readonly Sha256[];
}

/** A bundle whose file is safely in place. */
export interface OutgoingReceipt {
  readonly id: BundleId;
  readonly sequence: number;
  readonly sizeBytes: number;
  readonly sha256: Sha256;
}

/**
 * Writes a bundle to a file and keeps the record of it. The record comes first: should the machine stop in between, a
 * revision may be on record that never left, which harms nobody; the other way round would fork the review. The same
 * content again takes the record it had, and so gives the same bytes.
 *
 * @throws AppError FILE_UNWRITABLE, DISK_FULL; the final name is then what it was before
 */
export function sendBundle(
  deps: ServiceDeps,
  db: WriteDb,
  outgoing: Outgoing,
  path: string,
  job: JobControl,
): OutgoingReceipt {
  const header = recordBundle(deps, db, outgoing);
  const id = nameBundle(header, outgoing.payload);
  const identity: Identity = deps.identity();
  try {
    writeDurably(
      path,
      (fd) => {
        writeBundle(fd, header, outgoing.payload, identity, (written, total) => {
          job.checkpoint();
          job.progress('Writing the bundle', written, total);
        });
      },
      SHARED_MODE,
    );
  } catch (error) {
    throw unwritable(error, path);
  }
  saveWritten(db, id, nowInstant(deps.clock));
  return { id, sequence: header.sequence, ...digestOfFile(path) };
}

function recordBundle(deps: ServiceDeps, db: WriteDb, outgoing: Outgoing): UnnamedHeader {
  const { kind, recipient, payload } = outgoing;
  const content = payloadDigest(payload);
  return transact(db, () => {
    const again = findBundleOut(db, kind, recipient, content);
    const earlier = listBundlesOut(db, kind, recipient);
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
      supersedes: earlier.filter((sent) => sent.sequence < sequence).map((sent) => sent.id),
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

/** The sentence for a file that could not be written. Anything unexpected stays what it is. */
function unwritable(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined || error instanceof AppError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'DISK_FULL',
      `There is no room to write ${path}. Free some space or choose another place.`,
      code,
    );
  }
  return new AppError('FILE_UNWRITABLE', `${path} cannot be written. Choose another place.`, code);
}
