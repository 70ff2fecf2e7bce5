import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backupIdSchema, type Backup, type BackupId, type RestoreReport } from '@shared/contract/backup';
import { Refused, withSession, type CliHost } from './context';
import type { Print } from './print';

const TEACHING = `
Backups are made by themselves, after imports and exports and while you write, and checked when they are made. A restore
keeps the damaged files, and puts back what you wrote later and can still be read.`;

interface StoreOptions {
  readonly store: string;
  readonly venue?: string;
}

/** `store check|backup|restore`. */
export function addStoreCommands(program: Command, host: CliHost, print: Print): void {
  const store = program
    .command('store')
    .description('the database of a venue: whether it is whole, its backups')
    .addHelpText('after', TEACHING);

  addStoreCommand(store, 'check', 'look through the whole database, and list its backups').action(
    async (options: StoreOptions) => {
      const check = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        return session.finish('check-store', await session.request('backup.check', { venue }));
      });
      const verdict = check.problem === null ? 'whole' : `damaged: ${check.problem}`;
      const text = [`${check.venue}: ${verdict}`, ...check.backups.map((backup) => `  ${describe(backup)}`)];
      print(check, text.join('\n'), check.problem === null);
    },
  );

  addStoreCommand(store, 'backup', 'make a backup now').action(async (options: StoreOptions) => {
    const backup = await withSession(host, resolve(options.store), async (session) => {
      const venue = await session.venue(options.venue);
      return session.finish('make-backup', await session.request('backup.make', { venue }));
    });
    print(backup, describe(backup));
  });

  addStoreCommand(
    store,
    'restore',
    'put a backup in the place of the database; the files that were there are kept',
  )
    .option('--backup <id>', 'the backup; without it the newest one that is whole')
    .action(async (options: StoreOptions & { readonly backup?: string }) => {
      const backup = options.backup === undefined ? null : backupOf(options.backup);
      const report = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const job = await session.request('backup.restore', { venue, backup });
        return session.finish('restore-backup', job);
      });
      print(report, describeRestore(report));
    });
}

function addStoreCommand(store: Command, name: string, description: string): Command {
  return store
    .command(name)
    .description(description)
    .requiredOption('--store <folder>', 'the store')
    .option('--venue <id>', 'the venue, if the store holds several');
}

function backupOf(text: string): BackupId {
  const id = backupIdSchema.safeParse(text);
  if (id.success) return id.data;
  throw new Refused({
    code: 'BACKUP_NOT_FOUND',
    message: `${text} names no backup. "referee store check" lists them.`,
    detail: null,
  });
}

function describe({ id, madeAt, sizeBytes }: Backup): string {
  return `${id}  made ${madeAt}, ${Math.ceil(sizeBytes / 1000)} kB`;
}

function describeRestore(report: RestoreReport): string {
  const { venue, backup, keptIn, recovered, setAside, isReadToEnd } = report;
  const lines = [
    `${venue}: restored the backup of ${backup.madeAt}`,
    `The files that were there are kept in venues/${venue}/${keptIn}.`,
  ];
  if (recovered > 0) lines.push(`Put back from them: ${recovered} newer.`);
  if (setAside > 0)
    lines.push(`Without a place in the backup: ${setAside}, as text in ${keptIn}/drafts.txt.`);
  if (!isReadToEnd) lines.push('They could not be read to the end: check your newest drafts.');
  return lines.join('\n');
}
