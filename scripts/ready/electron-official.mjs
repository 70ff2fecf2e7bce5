import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, cacheScratch, electronPackage, readJson } from './paths.mjs';
import { megabytes, say, showProgress } from './say.mjs';

/** How long the host may take to send the first byte, and later to send any byte at all. */
const firstByteMs = 8_000;
const stallMs = 30_000;
/** How long a refusal is remembered, so that the next run does not ask again. */
const rememberMs = 24 * 3600 * 1000;

/** The download can be redirected; a refusal by one host says nothing about another. */
function mirror() {
  return process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? '';
}

function refusalPath(version) {
  return join(cache, `electron-${version}-refused.json`);
}

/** Why the official download failed within the last day, or undefined when it is worth asking. */
export function rememberedRefusal(version) {
  const refusal = readJson(refusalPath(version));
  const isFresh = refusal && Date.now() - refusal.at >= 0 && Date.now() - refusal.at < rememberMs;
  return isFresh && refusal.mirror === mirror() ? refusal.reason : undefined;
}

/**
 * Fetches the official Electron of that version into `folder`, checked against the checksums that its npm package
 * carries. Bounded in time when the host cannot be reached.
 *
 * @returns {Promise<string | undefined>} why it could not be had; undefined when it is there
 */
export async function fetchOfficialElectron(version, folder) {
  say(`downloading Electron ${version} (the official binary)`);
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error('no answer')), firstByteMs);
  let now = { transferred: 0, total: 0 };
  const stop = showProgress(
    () => `${megabytes(now.transferred)} of ${now.total ? megabytes(now.total) : 'an unknown size'}`,
  );
  try {
    const { downloadArtifact } = await import('@electron/get');
    mkdirSync(cacheScratch, { recursive: true });
    const archive = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: readJson(join(electronPackage, 'checksums.json')),
      tempDirectory: cacheScratch,
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: async (progress) => {
          now = progress;
          clearTimeout(timer);
          timer = setTimeout(() => abort.abort(new Error('the download stalled')), stallMs);
        },
      },
    });
    clearTimeout(timer);
    const { extract } = await import('@electron-internal/extract-zip');
    await extract(archive, { dir: folder });
    rmSync(refusalPath(version), { force: true });
    return undefined;
  } catch (error) {
    const reason = explain(error);
    mkdirSync(cache, { recursive: true });
    writeFileSync(refusalPath(version), JSON.stringify({ at: Date.now(), mirror: mirror(), reason }));
    return reason;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** fetch() hides the reason in `cause`. */
function explain(error) {
  const cause = error?.cause ?? error;
  return String(cause?.code ? `${cause.code} ${cause.hostname ?? ''}` : (cause?.message ?? cause)).trim();
}
