import type { Command } from 'commander';
import { addConvertCommand } from './bundle-convert';
import { addDiffCommand } from './bundle-diff';
import { addExtractCommand } from './bundle-extract';
import { addInspectCommand } from './bundle-inspect';
import { addIntakeCommands } from './bundle-intake';
import { addVerifyCommand } from './bundle-verify';
import { addWatchCommand } from './bundle-watch';
import type { CliHost } from './context';
import type { Print } from './print';

/** `bundle ...`: all that can be done with bundles. */
export function addBundleCommands(program: Command, host: CliHost, print: Print): void {
  const bundle = program
    .command('bundle')
    .description('check, read, compare, convert, import and watch bundles');
  addVerifyCommand(bundle, host, print);
  addInspectCommand(bundle, host, print);
  addDiffCommand(bundle, host, print);
  addExtractCommand(bundle, host, print);
  addConvertCommand(bundle, host, print);
  addIntakeCommands(bundle, host, print);
  addWatchCommand(bundle, host, print);
}
