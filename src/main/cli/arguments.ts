import { readFileSync } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { paperNumberSchema, type PaperNumber } from '@shared/model/ids';
import { Refused } from './context';

/** Which venue of which store a command is about. */
export interface StoreOptions {
  readonly store: string;
  readonly venue?: string;
}

/** A command about a venue of a store. */
export function inStore(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .requiredOption('--store <folder>', 'the store')
    .option('--venue <id>', 'the venue, if the store holds several');
}

/** A paper, named by its number. @throws InvalidArgumentError */
export function parsePaper(text: string): PaperNumber {
  const parsed = paperNumberSchema.safeParse(Number(text));
  if (!parsed.success) throw new InvalidArgumentError('A paper is named by its number.');
  return parsed.data;
}

/** The text of a file that an option names. Refused: FILE_UNREADABLE. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refused({
      code: 'FILE_UNREADABLE',
      message: `${path} cannot be read. Check the file and try again.`,
      detail: (error as NodeJS.ErrnoException).code ?? null,
    });
  }
}
