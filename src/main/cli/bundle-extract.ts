import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withReader, type CliHost } from './context';
import type { Print } from './print';
import { addReadingOptions, fileOrNull, readingFolder, type ReadingOptions } from './reading-options';

const TEACHING = `
The bundle is checked first and the folder appears whole or not at all. With --tags anybody can check it again there:
  sha256sum -c manifest-sha256.txt
  sha256sum -c tagmanifest-sha256.txt
  openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig

Examples:
  referee bundle extract mine.referee --out mine
  referee bundle extract reviews.referee.age --key key.txt --out reviews --tags`;

/** `bundle extract`. */
export function addExtractCommand(bundle: Command, host: CliHost, print: Print): void {
  addReadingOptions(bundle.command('extract'))
    .description('write the files of a bundle to a new folder')
    .argument('<file>', 'a bundle')
    .requiredOption('--out <folder>', 'a folder that is not there yet, or is empty')
    .option('--tags', 'also write the manifests and the signature')
    .addHelpText('after', TEACHING)
    .action(async (file: string, options: ReadingOptions & { out: string; tags?: boolean }) => {
      const report = await withReader(host, readingFolder(host, options), async (session) => {
        const job = await session.request('bundle.extract', {
          file: session.file(resolve(file), 'read'),
          keyFile: fileOrNull(session, options.key),
          folder: session.file(resolve(options.out), 'folder'),
          hasTags: options.tags === true,
        });
        return session.finish('extract-bundle', job);
      });
      print(report, `${options.out}: ${report.files.length} files, ${report.sizeBytes} bytes`);
    });
}
