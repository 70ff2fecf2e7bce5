import { basename } from 'node:path';
import type { RecodeReport } from '@shared/contract/bundle-tools';
import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import type { JobControl, ServiceDeps } from './deps';
import { withReadableBundle, type BundleSource } from './open-readable';
import { encrypt, measure } from './outgoing';
import { unwritable } from './unwritable';

/** A bundle to write anew, byte for byte as it was signed: plain, or encrypted to recipients (`age1...`). */
export interface RecodeInput extends BundleSource {
  readonly recipients: readonly string[];
  readonly outPath: string;
}

/**
 * Verifies a bundle and writes it to a file decrypted, or encrypted to the recipients. What was signed stays as it was.
 *
 * Refused: as opening it; FILE_UNWRITABLE, DISK_FULL: the final name is then what it was before.
 */
export function recodeBundle(deps: ServiceDeps, input: RecodeInput, job: JobControl): RecodeReport {
  return withReadableBundle(
    deps,
    input,
    (bundle) => {
      job.progress(`Writing ${basename(input.outPath)}`, 0, 0);
      try {
        return writeOutside(deps.stores.notesFolder, input.outPath, (fd) =>
          measure(
            (chunk) => {
              job.checkpoint();
              writeFully(fd, chunk);
            },
            (sink) => {
              encrypt(sink, input.recipients, bundle.copyTo);
            },
          ),
        );
      } catch (error) {
        throw unwritable(error, input.outPath, bundle.sizeBytes);
      }
    },
    job,
  );
}
