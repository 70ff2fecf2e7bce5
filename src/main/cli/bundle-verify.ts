import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BundleKind } from '@shared/model/bundle';
import type { BundleId } from '@shared/model/ids';
import { listBundleFiles } from './bundle-files';
import { Refused, withReader, type CliHost, type Session } from './context';
import type { Print } from './print';
import { addReadingOptions, fileOrNull, readingFolder, type ReadingOptions } from './reading-options';
import { judgeSigner, type SignerCode } from './standing-words';

/** A line of the verdict: `code` is OK, that of the refusal, or that of a signer whom the store does not trust. */
interface VerifyRow {
  readonly file: string;
  readonly ok: boolean;
  readonly code: string;
  readonly signer: SignerCode | null;
  readonly kind: BundleKind | null;
  readonly id: BundleId | null;
  readonly sentence: string;
}

const TEACHING = `
Nothing is written. A line for each bundle: OK, or the code and the reason on standard error.

The signer, when a store is named: known (the key on record), enrolled (vouched for by the invitation), first (the first
bundle of a venue), and as failures unknown, changed, revoked. A signature that does not hold is BUNDLE_FORGED.

Examples:
  referee bundle verify reviews.referee
  referee bundle verify inbox --store ~/referee
  referee bundle verify reviews.referee.age --key key.txt

Exit status: 0 all good, 1 a bundle is not, or its signer is not trusted by the store, 2 wrong usage.`;

/** `bundle verify`. */
export function addVerifyCommand(bundle: Command, host: CliHost, print: Print): void {
  addReadingOptions(bundle.command('verify'))
    .description('check structure, hashes, signature and schema of bundles; writes nothing')
    .argument('<file...>', 'bundles, folders of bundles, or patterns')
    .addHelpText('after', TEACHING)
    .action(async (given: string[], options: ReadingOptions) => {
      const files = listBundleFiles(given);
      const rows = await withReader(host, readingFolder(host, options), async (session) => {
        const found: VerifyRow[] = [];
        for (const file of files) found.push(await verifyOne(session, file, options));
        return found;
      });
      for (const row of rows) if (!row.ok) host.err(`${row.file}: ${row.code}: ${row.sentence}\n`);
      const good = rows.filter((row) => row.ok);
      const lines = good.map((row) => `${row.file}: OK: ${row.sentence}`);
      print(
        rows,
        [...lines, ...(rows.length > 1 ? [summarize(good.length, rows.length)] : [])].join('\n'),
        good.length === rows.length,
      );
    });
}

async function verifyOne(session: Session, file: string, options: ReadingOptions): Promise<VerifyRow> {
  try {
    const job = await session.request('bundle.inspect', {
      file: session.file(resolve(file), 'read'),
      keyFile: fileOrNull(session, options.key),
    });
    const preview = await session.finish('inspect-bundle', job);
    const { kind, id, author } = preview;
    const { code, isTrusted, sentence } = judgeSigner(preview, options.store !== undefined);
    const what = `${kind === 'assignment' ? 'an' : 'a'} ${kind} bundle of ${author.name}, whole and signed`;
    return {
      file,
      ok: isTrusted,
      code: isTrusted ? 'OK' : code,
      signer: code,
      kind,
      id,
      sentence: `${what}; ${sentence}`,
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, message, detail } = error.report;
    const sentence = detail === null ? message : `${message} [${detail}]`;
    return { file, ok: false, code, signer: null, kind: null, id: null, sentence };
  }
}

function summarize(good: number, all: number): string {
  if (good === all) return `All ${all} bundles are good.`;
  const bad = all - good;
  return `${good} of ${all} bundles are good; ${bad} ${bad === 1 ? 'is' : 'are'} not.`;
}
