import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BundleReading, OutlineField } from '@shared/contract/bundle-contents';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { withReader, type CliHost } from './context';
import type { Print } from './print';
import { addReadingOptions, fileOrNull, readingFolder, type ReadingOptions } from './reading-options';
import { judgeSigner } from './standing-words';

/** The most characters of a text that are shown; `bundle convert` gives all of it. */
const SHOWN_CHARS = 100;

const TEACHING = `
All of it is checked first. Long texts are cut: --json and bundle convert give them whole. Private keys that an assignment
bundle holds are named, never shown.

Examples:
  referee bundle inspect mine.referee
  referee bundle inspect reviews.referee --store ~/referee
  referee bundle inspect reviews.referee --venue-file mine.referee --json`;

/** `bundle inspect`. */
export function addInspectCommand(bundle: Command, host: CliHost, print: Print): void {
  addReadingOptions(bundle.command('inspect'))
    .description('say what a bundle is and what it holds; writes nothing')
    .argument('<file>', 'a bundle')
    .option(
      '--venue-file <file>',
      'a venue file or an assignment bundle, for the names of fields, people and papers',
    )
    .addHelpText('after', TEACHING)
    .action(async (file: string, options: ReadingOptions & { venueFile?: string }) => {
      const reading = await withReader(host, readingFolder(host, options), async (session) => {
        const job = await session.request('bundle.read', {
          file: session.file(resolve(file), 'read'),
          keyFile: fileOrNull(session, options.key),
          venueFile: fileOrNull(session, options.venueFile),
        });
        return session.finish('read-bundle', job);
      });
      const { preview, contents, outline } = reading;
      const signer = judgeSigner(preview, options.store !== undefined);
      print(
        { ...preview, signer: signer.code, contents, outline },
        `${describeHead(reading, signer.sentence)}\n\n${describeOutline(reading)}`,
      );
    });
}

function describeHead({ preview, contents }: BundleReading, signer: string): string {
  const { author, obstacle } = preview;
  const replaced = contents.header.supersedes.length;
  return [
    `${preview.fileName}: ${preview.kind} bundle ${preview.id}`,
    `venue      ${preview.venueName} (${preview.venue})`,
    `from       ${author.name}, key ${author.fingerprint}`,
    `aloud      ${formatSpoken(author.fingerprint)}`,
    `signer     ${signer.replace(/^signer /, '')}`,
    ...(preview.recipient === null ? [] : [`for        ${preview.recipient}`]),
    `made       ${preview.created} by ${preview.application}, number ${preview.sequence}`,
    ...(replaced === 0 ? [] : [`replaces   ${replaced} earlier ${replaced === 1 ? 'bundle' : 'bundles'}`]),
    ...(preview.due === null ? [] : [`due        ${preview.due}, 23:59 AoE`]),
    `size       ${preview.sizeBytes} bytes in ${contents.files.length} files${contents.isEncrypted ? ', encrypted' : ''}`,
    ...(preview.isAlreadyImported ? ['here       imported before'] : []),
    ...(obstacle === null || obstacle.code === 'BUNDLE_WRONG_VENUE'
      ? []
      : [`import     ${obstacle.message}`]),
    ...preview.papers.map((paper) => `paper ${String(paper.number).padStart(5)}  ${paper.title}`),
  ].join('\n');
}

function describeOutline({ outline }: BundleReading): string {
  return outline
    .map(({ title, items }) =>
      [title, ...items.flatMap((item) => [`  ${item.title}`, ...item.fields.map(describeField)])].join('\n'),
    )
    .join('\n\n');
}

function describeField({ label, text }: OutlineField): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const shown = line.length > SHOWN_CHARS ? `${line.slice(0, SHOWN_CHARS)}…` : line;
  return `    ${label}: ${shown}`;
}
