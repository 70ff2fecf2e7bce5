import { basename } from 'node:path';
import type { ConvertReport, TextFormat } from '@shared/contract/bundle-tools';
import { sha256Of } from '../bundle/bag';
import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import { readContents } from './bundle-contents';
import { contentsToCsv } from './contents-to-csv';
import type { JobControl, ServiceDeps } from './deps';
import { gatherGlossary } from './glossary';
import { withReadableBundle } from './open-readable';
import { outlineBundle } from './outline-bundle';
import { outlineToMarkdown, outlineToText } from './outline-to-text';
import type { ReadInput } from './read-bundle';
import { unwritable } from './unwritable';

/** A bundle to convert; `outPath` null answers the text instead of writing it. */
export interface ConvertInput extends ReadInput {
  readonly format: TextFormat;
  readonly outPath: string | null;
}

/**
 * Verifies a bundle and turns what it says into JSON or CSV for other programs, Markdown or plain text for people, in the
 * words of its form where the form is known.
 *
 * Refused: as reading it; FILE_UNWRITABLE, DISK_FULL.
 */
export function convertBundle(deps: ServiceDeps, input: ConvertInput, job: JobControl): ConvertReport {
  const contents = withReadableBundle(deps, input, readContents, job);
  const glossary = gatherGlossary(deps, contents, input, job);
  const outline = outlineBundle(contents, glossary);
  const title = `${contents.header.kind} bundle, ${glossary.venue?.name ?? contents.header.venue}`;
  const text = {
    json: () => `${JSON.stringify({ contents, outline }, null, 2)}\n`,
    csv: () => contentsToCsv(contents, glossary),
    markdown: () => outlineToMarkdown(title, outline),
    text: () => outlineToText(title, outline),
  }[input.format]();
  const bytes = Buffer.from(text, 'utf8');
  const report = { sizeBytes: bytes.length, sha256: sha256Of(bytes) };
  if (input.outPath === null) return { ...report, text };
  job.progress(`Writing ${basename(input.outPath)}`, 0, 0);
  try {
    writeOutside(deps.stores.notesFolder, input.outPath, (fd) => {
      writeFully(fd, bytes);
    });
  } catch (error) {
    throw unwritable(error, input.outPath, bytes.length);
  }
  return { ...report, text: null };
}
