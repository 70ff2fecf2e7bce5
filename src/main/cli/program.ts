import { Command, CommanderError } from 'commander';
import { makeFitForTerminal, toTerminalJson } from '@shared/rules/visible-text';
import { addAnnotationCommands } from './annotation-commands';
import { addAssignCommands } from './assign-commands';
import { addAssignmentCommands } from './assignment-commands';
import { addBundleCommands } from './bundle-commands';
import { addConflictCommands } from './conflict-commands';
import { Refused, type CliHost } from './context';
import { addDecisionCommands } from './decision-commands';
import { addFormCommands } from './form-commands';
import { addImportLogCommands } from './import-log-commands';
import { addJudgementCommands } from './judgement-commands';
import { addKeyCommands } from './key-commands';
import { addPlanCommand } from './plan-commands';
import type { Painted, Print } from './print';
import { addPictureCommands } from './picture-commands';
import { addReceiptCommands } from './receipt-commands';
import { addReviewCommands } from './review-commands';
import { addSearchCommands } from './search-commands';
import { addSnippetCommands } from './snippet-commands';
import { addStoreCommands } from './store-commands';
import { addTrustCommands } from './trust-commands';
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
  referee bundle diff reviews-old.referee reviews.referee
  referee bundle convert reviews.referee --to markdown --store ~/referee
  referee bundle watch ~/Nextcloud/reviews --store ~/referee
  referee review set 12 strengths --text "Clear question." --store ~/referee
  referee review ready 12 --store ~/referee
  referee plan --store ~/referee
  referee review export --store ~/referee --out reviews.referee
  referee sample build --out sample

Exit status: 0 done, 1 refused or failed (the reason is on standard error), 2 wrong usage. bundle diff has its own.`;

/** The command line. Answers the exit status; never rejects. */
export function buildProgram(host: CliHost): (args: readonly string[]) => Promise<number> {
  return async (args) => {
    let status = DONE;
    let passphraseFile: string | undefined;
    const isJson = args.includes('--json');
    // What people and files are called is for others to choose: it must not command the terminal.
    const safe: CliHost = { ...host, err: (text) => host.err(makeFitForTerminal(text)) };
    const print: Print = Object.assign(
      (value: unknown, text: string | Painted, isWell = true) => {
        if (isJson) host.out(`${toTerminalJson(value)}\n`);
        else if (typeof text !== 'string') host.out(text.painted);
        else if (text !== '') host.out(`${makeFitForTerminal(text)}\n`);
        if (!isWell) status = FAILED;
      },
      {
        fail: () => {
          status = FAILED;
        },
      },
    );
    const program = new Command('referee')
      .description('Offline-first peer review: read, review, and send one signed file.')
      .option('--json', 'answer in JSON')
      .addHelpText('after', TEACHING)
      .configureOutput({ writeOut: host.out, writeErr: safe.err })
      .exitOverride()
      .hook('preAction', (_program, command) => {
        passphraseFile = command.opts<{ passphraseFile?: string }>().passphraseFile;
      });
    const keyed: CliHost = {
      ...safe,
      openApplication: (folder) => host.openApplication(folder, passphraseFile),
    };
    addBundleCommands(program, keyed, print);
    addVenueCommands(program, keyed, print);
    addReviewCommands(program, keyed, print);
    addPlanCommand(program, keyed, print);
    addAnnotationCommands(program, keyed, print);
    addAssignmentCommands(program, keyed, print);
    addAssignCommands(program, keyed, print);
    addConflictCommands(program, keyed, print);
    addJudgementCommands(program, keyed, print);
    addPictureCommands(program, keyed, print);
    addImportLogCommands(program, keyed, print);
    addDecisionCommands(program, keyed, print);
    addTrustCommands(program, keyed, print);
    addKeyCommands(program, keyed, print);
    addStoreCommands(program, keyed, print);
    addSearchCommands(program, keyed, print);
    addSnippetCommands(program, keyed, print);
    addFormCommands(program, keyed, print);
    addReceiptCommands(program, keyed, print);
    shareOptions(program);
    try {
      await program.parseAsync([...args], { from: 'user' });
      return status;
    } catch (error) {
      return report(error, safe, isJson);
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
    if (isJson) host.out(`${toTerminalJson({ error: error.report })}\n`);
    host.err(`${message}${detail === null ? '' : ` [${code}: ${detail}]`}\n`);
    return error.status;
  }
  host.err(`${error instanceof Error ? error.message : String(error)}\n`);
  return FAILED;
}
