import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import type { ServiceDeps } from './deps';
import { unwritable } from './unwritable';

/**
 * Writes a PDF that was made of a paper with annotations in it.
 *
 * @throws AppError FILE_UNWRITABLE, DISK_FULL
 */
export function writeAnnotatedPdf(
  deps: ServiceDeps,
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
): void {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    writeOutside(deps.stores.notesFolder, path, (fd) => {
      writeFully(fd, data);
    });
  } catch (error) {
    throw unwritable(error, path, data.length);
  }
}
