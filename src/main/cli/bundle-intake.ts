import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { withSession, type CliHost } from './context';
import type { Print } from './print';

/** `bundle import|held|accept|refuse`. */
export function addIntakeCommands(bundle: Command, host: CliHost, print: Print): void {
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
