import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '@shared/contract/errors';
import type { KeyInfo } from '@shared/contract/key';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { Refused, withSession, type CliHost } from './context';
import { readPassphraseFile } from './passphrase-file';
import type { Print } from './print';

const TEACHING = `
The key is made when it is first needed. Passphrases come from files, never from the command line: --passphrase-file (or
the environment variable REFEREE_PASSPHRASE_FILE) opens a store's key; the first line of the file is the passphrase.

To move to a second computer: back up here, restore there, then open the assignment bundle there.
A backup is an ordinary age file: age -d referee-key.age`;

/** `key show|back-up|restore|protect`. */
export function addKeyCommands(program: Command, host: CliHost, print: Print): void {
  const key = program
    .command('key')
    .description('the signing key of a store: fingerprint, backup, protection')
    .addHelpText('after', TEACHING);

  key
    .command('show')
    .description('say the fingerprint, as people read it aloud, and how the key is kept')
    .requiredOption('--store <folder>', 'the store')
    .action(async (options: { store: string }) => {
      const info = await withSession(host, resolve(options.store), (session) =>
        session.request('key.get', {}),
      );
      print(withSpoken(info), describe(info), info.state !== 'unusable');
      if (info.problem !== null) host.err(`${info.problem}\n`);
    });

  key
    .command('back-up')
    .description('write the key to a file that a passphrase seals')
    .requiredOption('--store <folder>', 'the store')
    .requiredOption('--out <file>', 'where the backup goes; a file that is there is not written over')
    .requiredOption('--backup-passphrase-file <file>', 'the passphrase for the backup')
    .action(async (options: { store: string; out: string; backupPassphraseFile: string }) => {
      const passphrase = passphraseOf(options.backupPassphraseFile);
      if (existsSync(resolve(options.out)))
        throw refused(new AppError('FILE_UNWRITABLE', `${options.out} exists already. Name another file.`));
      const receipt = await withSession(host, resolve(options.store), (session) =>
        session.request('key.backUp', { file: session.file(resolve(options.out), 'write'), passphrase }),
      );
      print(receipt, `${options.out}: the key ${formatSpoken(receipt.fingerprint)}`);
    });

  key
    .command('restore')
    .description('take the key of a backup as this store’s; the key before it is kept aside')
    .argument('<file>', 'a backup')
    .requiredOption('--store <folder>', 'the store; made where it is not there')
    .requiredOption('--backup-passphrase-file <file>', 'the passphrase of the backup')
    .option(
      '--protect',
      'seal the key with that passphrase here too (default: a file that only you can read)',
    )
    .option('--replace', 'replace a key that has signed here')
    .action(
      async (
        file: string,
        options: { store: string; backupPassphraseFile: string; protect?: true; replace?: true },
      ) => {
        const passphrase = passphraseOf(options.backupPassphraseFile);
        const restored = await withSession(host, resolve(options.store), (session) =>
          session.request('key.restore', {
            file: session.file(resolve(file), 'read'),
            passphrase,
            keeping: options.protect === true ? 'protected' : 'file',
            replace: options.replace === true,
          }),
        );
        const aside = restored.keptAside === null ? [] : [`the key before it: ${restored.keptAside}`];
        print(restored, [describe(restored.key), ...aside].join('\n'));
      },
    );

  key
    .command('protect')
    .description('keep the key in another way; makes it where there is none')
    .requiredOption('--store <folder>', 'the store; made where it is not there')
    .option('--new-passphrase-file <file>', 'seal the key with this passphrase from now on')
    .option('--in-file', 'keep it in a file that only you can read')
    .action(
      async (options: { store: string; newPassphraseFile?: string; inFile?: true }, command: Command) => {
        const { newPassphraseFile, inFile } = options;
        if ((newPassphraseFile === undefined) === (inFile === undefined))
          command.error('give either --new-passphrase-file or --in-file', { exitCode: 2 });
        const choice =
          newPassphraseFile === undefined
            ? ({ keeping: 'file' } as const)
            : ({ keeping: 'passphrase', passphrase: passphraseOf(newPassphraseFile) } as const);
        const info = await withSession(host, resolve(options.store), (session) =>
          session.request('key.protect', choice),
        );
        print(withSpoken(info), describe(info));
      },
    );
}

const keepingWords: Readonly<Record<NonNullable<KeyInfo['keeping']>, string>> = {
  keychain: 'by the system keychain',
  passphrase: 'sealed by a passphrase',
  file: 'in a file that only this account can read',
};

function describe({ state, fingerprint, keeping }: KeyInfo): string {
  if (state === 'none') return 'No signing key yet: it is made when it is first needed.';
  return [
    ...(fingerprint === null
      ? []
      : [`read aloud   ${formatSpoken(fingerprint)}`, `fingerprint  ${fingerprint}`]),
    ...(keeping === null ? [] : [`kept         ${keepingWords[keeping]}`]),
    ...(state === 'locked' ? ['state        locked'] : []),
  ].join('\n');
}

function withSpoken(info: KeyInfo): KeyInfo & { readonly spoken: string | null } {
  return { ...info, spoken: info.fingerprint === null ? null : formatSpoken(info.fingerprint) };
}

function passphraseOf(path: string): string {
  try {
    return readPassphraseFile(resolve(path));
  } catch (error) {
    throw error instanceof AppError ? refused(error) : error;
  }
}

function refused({ code, message, detail }: AppError): Refused {
  return new Refused({ code, message, detail });
}
