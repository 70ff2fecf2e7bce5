import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BundlePreview } from '@shared/contract/bundle';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { Refused, withSession, type CliHost } from './context';
import type { Print } from './print';

interface VerifyRow {
  readonly file: string;
  readonly ok: boolean;
  readonly code: string;
  readonly sentence: string;
}

/** `bundle verify|inspect|import|held|accept|refuse`. */
export function addBundleCommands(program: Command, host: CliHost, print: Print): void {
  const bundle = program.command('bundle').description('check, read and import bundles');

  bundle
    .command('verify')
    .description('check structure, hashes, signature and schema of bundles; writes nothing')
    .argument('<file...>', 'bundles')
    .option('--store <folder>', 'judge the signer by what this store knows')
    .action(async (files: string[], options: { store?: string }) => {
      const rows = await withSession(host, folderOf(host, options.store), async (session) => {
        const found: VerifyRow[] = [];
        for (const file of files) {
          try {
            const job = await session.request('bundle.inspect', {
              file: session.file(resolve(file), 'read'),
            });
            const { kind, standing, author } = await session.finish('inspect-bundle', job);
            found.push({
              file,
              ok: true,
              code: 'OK',
              sentence: `${kind === 'assignment' ? 'an' : 'a'} ${kind} bundle of ${author.name}, whole and signed; signer: ${standing}`,
            });
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            const { code, message, detail } = error.report;
            found.push({
              file,
              ok: false,
              code,
              sentence: detail === null ? message : `${message} [${detail}]`,
            });
          }
        }
        return found;
      });
      for (const row of rows) if (!row.ok) host.err(`${row.file}: ${row.code}: ${row.sentence}\n`);
      const good = rows.filter((row) => row.ok);
      print(
        rows,
        good.map((row) => `${row.file}: OK: ${row.sentence}`).join('\n'),
        good.length === rows.length,
      );
    });

  bundle
    .command('inspect')
    .description('say what a bundle is, after checking all of it')
    .argument('<file>', 'a bundle')
    .option('--store <folder>', 'judge the signer by what this store knows')
    .action(async (file: string, options: { store?: string }) => {
      const preview = await withSession(host, folderOf(host, options.store), async (session) => {
        const job = await session.request('bundle.inspect', { file: session.file(resolve(file), 'read') });
        return session.finish('inspect-bundle', job);
      });
      print(preview, describe(preview));
    });

  bundle
    .command('import')
    .description('import bundles, each whole or not at all')
    .argument('<file...>', 'bundles, in any order, as often as you like')
    .requiredOption('--store <folder>', 'the store')
    .option('--venue <id>', 'refuse bundles of other venues')
    .action(async (files: string[], options: { store: string; venue?: string }) => {
      const report = await withSession(host, resolve(options.store), async (session) => {
        const job = await session.request('bundle.import', {
          files: files.map((file) => session.file(resolve(file), 'read')),
          venue: options.venue ?? null,
        });
        return session.finish('import-bundles', job);
      });
      const failed = report.rows.filter((row) => row.outcome === 'refused' || row.outcome === 'held');
      for (const row of failed) {
        const rule = row.error?.detail ?? null;
        host.err(`${row.fileName}: ${row.outcome}: ${row.sentence}${rule === null ? '' : ` [${rule}]`}\n`);
      }
      const good = report.rows.filter((row) => !failed.includes(row));
      print(
        report,
        good.map((row) => `${row.fileName}: ${row.outcome}: ${row.sentence}`).join('\n'),
        failed.length === 0,
      );
    });

  bundle
    .command('held')
    .description('list bundles that are held because of their signer')
    .requiredOption('--store <folder>', 'the store')
    .option('--venue <id>', 'the venue, if the store holds several')
    .action(async (options: { store: string; venue?: string }) => {
      const held = await withSession(host, resolve(options.store), async (session) =>
        session.request('bundle.listHeld', { venue: await session.venue(options.venue) }),
      );
      print(
        held,
        held
          .map(
            (one) => `${one.bundle}  ${one.author}  key ${formatSpoken(one.fingerprint)} (${one.standing})`,
          )
          .join('\n'),
      );
    });

  for (const [name, route, done] of [
    ['accept', 'bundle.acceptHeld', 'accepted'],
    ['refuse', 'bundle.refuseHeld', 'refused'],
  ] as const) {
    bundle
      .command(name)
      .description(`${name} the signer of a held bundle`)
      .argument('<bundle>', 'the bundle’s id')
      .requiredOption('--store <folder>', 'the store')
      .option('--venue <id>', 'the venue, if the store holds several')
      .action(async (id: string, options: { store: string; venue?: string }) => {
        const answer = await withSession(host, resolve(options.store), async (session) =>
          session.request(route, { venue: await session.venue(options.venue), bundle: id }),
        );
        print(answer, `${id}: ${done}`);
      });
  }
}

function folderOf(host: CliHost, store: string | undefined): string {
  return store === undefined ? host.temporaryFolder() : resolve(store);
}

function describe(preview: BundlePreview): string {
  const lines = [
    `${preview.fileName}: ${preview.kind} bundle ${preview.id}`,
    `venue      ${preview.venueName} (${preview.venue})`,
    `from       ${preview.author.name}, key ${preview.author.fingerprint} (${preview.standing})`,
    `aloud      ${formatSpoken(preview.author.fingerprint)}`,
    ...(preview.recipient === null ? [] : [`for        ${preview.recipient}`]),
    `made       ${preview.created} by ${preview.application}, number ${preview.sequence}`,
    ...(preview.due === null ? [] : [`due        ${preview.due}, 23:59 AoE`]),
    `size       ${preview.sizeBytes} bytes`,
    ...preview.papers.map((paper) => `paper ${String(paper.number).padStart(5)}  ${paper.title}`),
  ];
  return lines.join('\n');
}
