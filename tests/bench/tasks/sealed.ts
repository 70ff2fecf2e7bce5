import { parseAgeIdentity } from '@main/bundle/age/age-keys';
import { openBundle } from '@main/bundle/verify-bundle';
import type { PayloadFile } from '@main/bundle/write-bundle';
import { HEADER_PATH } from '@main/bundle/payload';
import { quiet } from '@main/services/deps';
import { sendBundle } from '@main/services/outgoing';
import { blobPath } from '@main/store/blobs';
import { getVenue } from '@main/store/venues';
import type { PersonId } from '@shared/model/ids';
import { withMachine } from './machine';
import { timed, type Measured } from './measure';
import { VENUE } from './venue';

/** Somebody to encrypt for who is nobody of the venue. */
const STRANGER = 'p-0000000000000000' as PersonId;

/** Exports what a plain bundle holds once more, encrypted: recorded, signed, checked, hashed, synced, renamed. */
export function exportSealed(input: {
  readonly machine: string;
  readonly plain: string;
  readonly out: string;
  /** `age1...` */
  readonly recipient: string;
}): Measured {
  return withMachine(input.machine, (deps) => {
    const { db, folder } = deps.stores.open(VENUE);
    const plain = openBundle(input.plain);
    const payload = new Map<string, PayloadFile>();
    for (const [path, sha256] of plain.manifest) {
      if (path === HEADER_PATH) continue;
      const inFile = { path: blobPath(folder, sha256), sizeBytes: plain.sizeOf(path), sha256 };
      payload.set(path, path.endsWith('.pdf') ? inFile : { bytes: plain.read(path) });
    }
    plain.close();
    const { author } = plain.header;
    const outgoing = { recipient: STRANGER, venue: getVenue(db), author, payload, revisions: [] };
    return timed(() =>
      sendBundle(
        deps,
        db,
        { kind: 'assignment', ...outgoing, recipients: [input.recipient] },
        input.out,
        quiet,
      ),
    );
  });
}

/** Decrypts a bundle and checks all of it, as an import does before it believes anything. */
export function openSealed(input: { readonly path: string; readonly secretKey: string }): Measured {
  return timed(() => {
    openBundle(input.path, { keys: () => [parseAgeIdentity(input.secretKey)] }).close();
  });
}
