import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { ImportSummary, KeptReport } from '@shared/contract/import-log';
import { inStore, type StoreOptions } from './arguments';
import { withReader, type CliHost } from './context';
import type { Print } from './print';

/** `imports list|show`. */
export function addImportLogCommands(program: Command, host: CliHost, print: Print): void {
  const imports = program.command('imports').description('the reports of earlier imports');

  inStore(imports, 'list', 'the imports into a venue, the newest first').action(
    async (options: StoreOptions) => {
      const log = await withReader(host, resolve(options.store), async (session) =>
        session.request('importLog.list', { venue: await session.venue(options.venue) }),
      );
      print(log, log.length === 0 ? 'No report is kept yet.' : log.map(describeSummary).join('\n'));
    },
  );

  inStore(imports, 'show', 'the report of an import: what became of each file')
    .argument('<number>', 'its number, as list tells', parseNumber)
    .action(async (id: number, options: StoreOptions) => {
      const report = await withReader(host, resolve(options.store), async (session) =>
        session.request('importLog.get', { venue: await session.venue(options.venue), id }),
      );
      print(report, describeReport(report));
    });
}

function describeSummary({ id, finishedAt, counts, isStopped }: ImportSummary): string {
  const parts = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  return `${id}  ${finishedAt}  ${parts.join(', ')}${isStopped ? '; stopped' : ''}`;
}

function describeReport(report: KeptReport): string {
  const rows = report.rows.map(
    ({ fileName, outcome, sentence, isLate }) =>
      `${fileName}: ${outcome}${isLate ? ', late' : ''}. ${sentence}`,
  );
  return [describeSummary(report), ...rows].join('\n');
}

function parseNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('An import is named by its number.');
  return value;
}
