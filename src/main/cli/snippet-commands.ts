import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { snippetNameSchema } from '@shared/model/snippet';
import { readText } from './arguments';
import { withSession, type CliHost } from './context';
import type { Print } from './print';

const TEACHING = `
Snippets are words of your own for reuse in reviews. They stay in this store; no bundle holds them.

Example:
  referee snippet add "No code" --text "The code is not available." --store ~/referee
  referee snippet list --json --store ~/referee`;

interface AddOptions {
  readonly store: string;
  readonly text?: string;
  readonly file?: string;
  readonly replace?: boolean;
}

/** `snippet list`, `snippet add`, `snippet remove`. */
export function addSnippetCommands(program: Command, host: CliHost, print: Print): void {
  const snippet = program
    .command('snippet')
    .description('words of your own for reuse in reviews')
    .addHelpText('after', TEACHING);
  const inFolder = (name: string, description: string): Command =>
    snippet.command(name).description(description).requiredOption('--store <folder>', 'the store');

  inFolder('list', 'the snippets, by name').action(async ({ store }: { readonly store: string }) => {
    const found = await withSession(host, resolve(store), (session) => session.request('snippet.list', {}));
    const lines = found.flatMap(({ name, text }) => [name, ...text.split('\n').map((line) => `  ${line}`)]);
    print(found, lines.length === 0 ? 'There are no snippets.' : lines.join('\n'));
  });

  inFolder('add', 'keep a snippet')
    .argument('<name>', 'what it is called', readName)
    .option('--text <markdown>', 'its words')
    .option('--file <path>', 'a file with its words')
    .option('--replace', 'in place of the one of that name')
    .action(async (name: string, options: AddOptions) => {
      const text = options.text ?? (options.file === undefined ? undefined : readText(resolve(options.file)));
      if (text === undefined || text === '')
        throw new InvalidArgumentError('Give its words with --text or --file.');
      const replaces = options.replace === true ? name : null;
      const all = await withSession(host, resolve(options.store), (session) =>
        session.request('snippet.save', { name, text, replaces }),
      );
      print(all, `Kept "${name}".`);
    });

  inFolder('remove', 'forget a snippet')
    .argument('<name>', 'what it is called', readName)
    .action(async (name: string, { store }: { readonly store: string }) => {
      const all = await withSession(host, resolve(store), (session) =>
        session.request('snippet.remove', { name }),
      );
      print(all, `"${name}" is forgotten.`);
    });
}

function readName(text: string): string {
  if (snippetNameSchema.safeParse(text).success) return text;
  throw new InvalidArgumentError('A name is one line of at most 60 characters.');
}
