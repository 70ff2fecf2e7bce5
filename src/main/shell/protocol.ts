import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { sha256Schema, venueIdSchema, type Sha256 } from '@shared/model/ids';
import { blobPath, digestOf, hashFile } from '../store/blobs';
import type { Stores } from '../store/stores';
import { parseRange } from './range';

/** The application's own scheme: `app://referee/` is the window, `app://blob/<venue>/<sha256>` a PDF. */
export const APP_ORIGIN = 'app://referee';

/** Bytes of a PDF sent at once: measured as the fastest. */
const CHUNK_BYTES = 1 << 20;

/** A PDF up to this size is read once, whole, checked and sent: most papers are, and a stream takes twice as long. */
const WHOLE_BYTES = 16 << 20;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Declares the scheme. To be called before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

/** Serves the window's files and the PDFs. */
export function serveApp(rendererFolder: string, stores: Stores): void {
  const nonce = randomBytes(16).toString('base64');
  const checked = new Set<Sha256>();
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return plain(405);
    if (url.host === 'referee') return servePage(rendererFolder, url.pathname, nonce);
    if (url.host === 'blob') return serveBlob(stores, checked, url.pathname, request.headers.get('range'));
    return plain(404);
  });
}

/** The policy of every page: its own scripts and styles only, nothing inline, nothing from elsewhere. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self' app://blob",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

async function servePage(folder: string, pathname: string, nonce: string): Promise<Response> {
  try {
    // A path that is no text, such as `%`, makes this throw: it names no file.
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    if (!path.startsWith(folder + sep)) return plain(404);
    const bytes = await readFile(path);
    const headers = {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    };
    const isPage = extname(path) === '.html';
    return new Response(
      isPage ? bytes.toString('utf8').replace('__CSP_NONCE__', nonce) : new Uint8Array(bytes),
      { headers },
    );
  } catch {
    return plain(404);
  }
}

/** A PDF is hashed the first time it is asked for: a file that rotted is not shown as if it were the paper. */
async function serveBlob(
  stores: Stores,
  checked: Set<Sha256>,
  pathname: string,
  range: string | null,
): Promise<Response> {
  const [, venueText, hashText] = pathname.split('/');
  const venue = venueIdSchema.safeParse(venueText);
  const sha256 = sha256Schema.safeParse(hashText);
  if (!venue.success || !sha256.success || !stores.has(venue.data)) return plain(404);
  const path = blobPath(stores.open(venue.data).folder, sha256.data);
  try {
    const { size } = await stat(path);
    const bytes = size <= WHOLE_BYTES ? await readFile(path) : null;
    if (!checked.has(sha256.data)) {
      const actual = bytes === null ? await hashFile(path) : digestOf((write) => void write(bytes)).sha256;
      if (actual !== sha256.data) return plain(409);
      checked.add(sha256.data);
    }
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
  } catch {
    return plain(404);
  }
}

function plain(status: number): Response {
  return new Response(null, { status, headers: { 'access-control-allow-origin': APP_ORIGIN } });
}
