import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { toPageWords } from '@shared/anchor/citation';
import { MEANING_NAMES } from '@shared/anchor/notes-text';
import type { Annotation } from '@shared/model/annotation';
import type { PaperNumber } from '@shared/model/ids';
import { parsePaper, type StoreOptions } from './arguments';
import { Refused, withSession, type CliHost } from './context';
import type { Print } from './print';

/** `annotation list|export`. */
export function addAnnotationCommands(program: Command, host: CliHost, print: Print): void {
  const annotation = program.command('annotation').description('your notes on the papers');
  const inStore = (name: string, description: string): Command =>
    annotation
      .command(name)
      .description(description)
      .argument('<paper>', 'the paper’s number', parsePaper)
      .requiredOption('--store <folder>', 'the store')
      .option('--venue <id>', 'the venue, if the store holds several');

  inStore('list', 'your notes on a paper, a line each').action(
    async (paper: PaperNumber, options: StoreOptions) => {
      const notes = await withSession(host, resolve(options.store), async (session) =>
        session.request('annotation.list', { venue: await session.venue(options.venue), paper }),
      );
      print(notes, notes.length === 0 ? 'No notes.' : notes.map(describeNote).join('\n'));
    },
  );

  inStore('export', 'your notes on a paper as Markdown, on standard output or in a file')
    .option('--out <file>', 'the file to write')
    .action(async (paper: PaperNumber, options: StoreOptions & { out?: string }) => {
      const told = await withSession(host, resolve(options.store), async (session) =>
        session.request('annotation.toMarkdown', { venue: await session.venue(options.venue), paper }),
      );
      if (options.out === undefined) {
        print(told, told.markdown.trimEnd());
        return;
      }
      const path = resolve(options.out);
      writeNotes(path, told.markdown);
      print({ ...told, path }, `${told.noteCount} notes written to ${path}`);
    });
}

function describeNote({ id, content }: Annotation): string {
  const words = (content.quote?.exact ?? content.comment).replaceAll(/\s+/g, ' ').slice(0, 60);
  return `${id}  ${toPageWords(content)}  ${MEANING_NAMES[content.meaning]}  ${content.visibility}  ${words}`;
}

/** Writes a new file: one that is there is somebody's. */
function writeNotes(path: string, markdown: string): void {
  try {
    writeFileSync(path, markdown, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new Refused({
      code: 'FILE_UNWRITABLE',
      message: isThere
        ? `${path} is there already. Name another file.`
        : `${path} cannot be written. Check the folder and try again.`,
      detail: null,
    });
  }
}
