import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { sha256Schema, venueIdSchema } from '@shared/model/ids';
import { blobPath, digestOf, hashFile } from '../store/blobs';
import type { Stores } from '../store/stores';
import { markSuspect } from '../store/suspect-blobs';
import { APP_ORIGIN, plain } from './own-scheme';
import { parseRange } from './range';

/** Bytes of a PDF sent at once: measured as the fastest. */
const CHUNK_BYTES = 1 << 20;

/** A PDF up to this size is read once, whole, checked and sent: most papers are, and a stream takes twice as long. */
const WHOLE_BYTES = 16 << 20;

/** Answers a request for `/<venue>/<sha256>`, whole or a range of it. Never rejects. */
export type BlobServer = (pathname: string, range: string | null) => Promise<Response>;

/**
 * Serves the PDFs of all venues. Each is hashed the first time it is asked for, and again when its file has changed: a
 * file that rotted is not shown as if it were the paper, and is marked, so that importing its bundle again mends it.
 *
 * Answers 404 for what is not there or cannot be read, 409 for a file that is not what was imported.
 */
export function createBlobServer(stores: Stores): BlobServer {
  /** Files that were found whole: each venue keeps its own copy. */
  const checked = new Set<string>();
  return async (pathname, range) => {
    const [, venueText, hashText] = pathname.split('/');
    const venue = venueIdSchema.safeParse(venueText);
    const sha256 = sha256Schema.safeParse(hashText);
    if (!venue.success || !sha256.success) return plain(404);
    try {
      if (!stores.has(venue.data)) return plain(404);
      const path = blobPath(stores.open(venue.data).folder, sha256.data);
      const { size, mtimeMs } = await stat(path);
      const bytes = size <= WHOLE_BYTES ? await readFile(path) : null;
      const file = `${venue.data} ${sha256.data} ${size} ${mtimeMs}`;
      if (!checked.has(file)) {
        if ((await digest(path, bytes)) !== sha256.data) {
          markSuspect(path);
          return plain(409);
        }
        checked.add(file);
      }
      return send(path, bytes, size, range);
    } catch {
      return plain(404);
    }
  };
}

async function digest(path: string, bytes: Uint8Array | null): Promise<string> {
  if (bytes === null) return hashFile(path);
  return digestOf((write) => {
    write(bytes);
  }).sha256;
}

function send(path: string, bytes: Buffer<ArrayBuffer> | null, size: number, range: string | null): Response {
  const part = range === null ? { start: 0, end: size - 1 } : parseRange(range, size);
  if (part === null) return plain(416);
  const headers: Record<string, string> = {
    'content-type': 'application/pdf',
    'content-length': String(part.end - part.start + 1),
    'accept-ranges': 'bytes',
    'access-control-allow-origin': APP_ORIGIN,
    'access-control-expose-headers': 'accept-ranges, content-length, content-range',
    'cache-control': 'no-store',
  };
  if (range !== null) headers['content-range'] = `bytes ${part.start}-${part.end}/${size}`;
  const status = range === null ? 200 : 206;
  if (bytes !== null) return new Response(bytes.subarray(part.start, part.end + 1), { status, headers });
  const stream = createReadStream(path, { ...part, highWaterMark: CHUNK_BYTES });
  return new Response(Readable.toWeb(stream) as ReadableStream, { status, headers });
}
