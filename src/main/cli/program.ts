import { Command, CommanderError } from 'commander';
import { addAssignmentCommands } from './assignment-commands';
import { addBundleCommands } from './bundle-commands';
import { Refused, type CliHost } from './context';
import { addKeyCommands } from './key-commands';
import type { Print } from './print';
import { addReviewCommands } from './review-commands';
import { addVenueCommands } from './venue-commands';

/** Exit statuses: done; refused or failed; wrong usage. */
const DONE = 0;
const FAILED = 1;
const USAGE = 2;

const TEACHING = `
A store is a folder that Referee keeps its venues in; it is made on first use.

Examples:
  referee bundle verify reviews.referee
  referee bundle import mine.referee --store ~/referee
  referee review set 12 strengths --text "Clear question." --store ~/referee
  referee review ready 12 --store ~/referee
  referee review export --store ~/referee --out reviews.referee
  referee sample build --out sample

Exit status: 0 done, 1 refused or failed (the reason is on standard error), 2 wrong usage.`;

/** The command line. Answers the exit status; never rejects. */
export function buildProgram(host: CliHost): (args: readonly string[]) => Promise<number> {
  return async (args) => {
    let status = DONE;
    let passphraseFile: string | undefined;
    const isJson = args.includes('--json');
    const print: Print = (value, text, isWell = true) => {
      if (isJson) host.out(`${JSON.stringify(value, null, 2)}\n`);
      else if (text !== '') host.out(`${text}\n`);
      if (!isWell) status = FAILED;
    };
    const program = new Command('referee')
      .description('Offline-first peer review: read, review, and send one signed file.')
      .option('--json', 'answer in JSON')
      .addHelpText('after', TEACHING)
      .configureOutput({ writeOut: host.out, writeErr: host.err })
      .exitOverride()
      .hook('preAction', (_program, command) => {
        passphraseFile = command.opts<{ passphraseFile?: string }>().passphraseFile;
      });
    const keyed: CliHost = {
      ...host,
      openApplication: (folder) => host.openApplication(folder, passphraseFile),
    };
    addBundleCommands(program, keyed, print);
    addVenueCommands(program, keyed, print);
    addReviewCommands(program, keyed, print);
    addAssignmentCommands(program, keyed, print);
    addKeyCommands(program, keyed, print);
    shareOptions(program);
    try {
      await program.parseAsync([...args], { from: 'user' });
      return status;
    } catch (error) {
      return report(error, host, isJson);
    }
  };
}

/** `--json` may stand after any command, `--passphrase-file` after any that has a store. */
function shareOptions(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride();
    if (child.commands.length === 0) child.option('--json', 'answer in JSON');
    if (child.options.some(({ long }) => long === '--store'))
      child.option('--passphrase-file <file>', 'the passphrase of the store’s signing key, if it has one');
    shareOptions(child);
  }
}

function report(error: unknown, host: CliHost, isJson: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE;
  if (error instanceof Refused) {
    const { code, message, detail } = error.report;
    if (isJson) host.out(`${JSON.stringify({ error: error.report }, null, 2)}\n`);
    host.err(`${message}${detail === null ? '' : ` [${code}: ${detail}]`}\n`);
    return FAILED;
  }
  host.err(`${error instanceof Error ? error.message : String(error)}\n`);
  return FAILED;
}
