import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import type { Stores } from '../store/stores';
import { plain } from './own-scheme';
import { createBlobServer } from './serve-blob';

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
  const serveBlob = createBlobServer(stores);
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return plain(405);
    if (url.host === 'referee') return servePage(rendererFolder, url.pathname, nonce);
    if (url.host === 'blob') return serveBlob(url.pathname, request.headers.get('range'));
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

/** Answers a file of the window's; a page gets the nonce of its policy. */
export async function servePage(folder: string, pathname: string, nonce: string): Promise<Response> {
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
