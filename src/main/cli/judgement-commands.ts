import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { ConsolidatedPaper } from '@shared/contract/consolidation';
import type { JudgementReceipt } from '@shared/contract/bundle';
import { fieldIdSchema, type PaperNumber } from '@shared/model/ids';
import type { MetaContent } from '@shared/model/meta-review';
import { inStore, parsePaper, readText, type StoreOptions } from './arguments';
import { withSession, type CliHost } from './context';
import type { Print } from './print';

interface MetaOptions extends StoreOptions {
  readonly text?: string;
  readonly textFile?: string;
  readonly recommendation?: string;
  readonly confidence?: number;
  readonly discuss?: boolean;
}

/** Where a bundle goes, and whether in the clear. */
export interface OutOptions extends StoreOptions {
  readonly out: string;
  readonly plain?: boolean;
}

/** `meta show|set`, `consolidation export`. */
export function addJudgementCommands(program: Command, host: CliHost, print: Print): void {
  const meta = program.command('meta').description('a chair’s meta-reviews');

  inStore(meta, 'show', 'the meta-reviews of a paper: yours and the others’')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .action(async (paper: PaperNumber, options: StoreOptions) => {
      const view = await withSession(host, resolve(options.store), async (session) =>
        session.request('consolidation.getPaper', { venue: await session.venue(options.venue), paper }),
      );
      const { myMetaReview, metaReviews, decisions } = view;
      print({ myMetaReview, metaReviews, decisions }, describeMeta(view));
    });

  inStore(meta, 'set', 'write your meta-review; what is not named stays as it is')
    .argument('<paper>', 'the paper’s number', parsePaper)
    .option('--text <text>', 'the meta-review, in Markdown')
    .option('--text-file <file>', 'the same, out of a file')
    .option(
      '--recommendation <outcome>',
      'a kind of decision of the venue, such as poster; none takes it back',
    )
    .option('--confidence <1-5>', 'from 1, a guess, to 5, certain', parseConfidence)
    .option('--discuss', 'it needs discussion')
    .option('--no-discuss', 'it needs none')
    .action(async (paper: PaperNumber, options: MetaOptions) => {
      const saved = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const { myMetaReview } = await session.request('consolidation.getPaper', { venue, paper });
        return session.request('metaReview.save', {
          venue,
          paper,
          content: changed(myMetaReview.content, options),
        });
      });
      print(saved, `Paper ${paper}: saved\n${describeContent(saved.content)}`);
    });

  inStore(
    program.command('consolidation').description('a chair’s work as one file'),
    'export',
    'write one signed bundle: your meta-reviews, and the reviews they stand on as they came',
  )
    .requiredOption('--out <file>', 'the bundle to write')
    .option('--plain', 'do not encrypt, though the readers have keys')
    .action(async (options: OutOptions) => {
      const receipt = await withSession(host, resolve(options.store), async (session) => {
        const job = await session.request('consolidation.export', {
          venue: await session.venue(options.venue),
          isEncrypted: options.plain !== true,
          file: session.file(resolve(options.out), 'write'),
        });
        return session.finish('export-consolidation', job);
      });
      print(receipt, describeReceipt(options.out, 'meta-reviews', receipt));
    });
}

/** A bundle of judgements that was written, in two lines. */
export function describeReceipt(out: string, what: string, receipt: JudgementReceipt): string {
  const papers = receipt.papers.length === 0 ? `no ${what}` : `${what} of ${receipt.papers.join(', ')}`;
  const how = receipt.isEncrypted ? 'encrypted' : 'not encrypted';
  return `${out}: ${papers}, ${how}\nsha256 ${receipt.sha256}`;
}

function changed(content: MetaContent, options: MetaOptions): MetaContent {
  const { recommendation } = options;
  return {
    text:
      options.textFile === undefined ? (options.text ?? content.text) : readText(resolve(options.textFile)),
    recommendation:
      recommendation === undefined
        ? content.recommendation
        : recommendation === 'none'
          ? null
          : fieldIdSchema.parse(recommendation),
    confidence: options.confidence ?? content.confidence,
    needsDiscussion: options.discuss ?? content.needsDiscussion,
  };
}

function parseConfidence(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 5)
    throw new InvalidArgumentError('A confidence is a whole number from 1 to 5.');
  return value;
}

function describeMeta({ paper, myMetaReview, metaReviews, decisions }: ConsolidatedPaper): string {
  const others = metaReviews.flatMap(({ chairName, versions }) =>
    versions.map(
      ({ content, writtenAt, isOutdated }) =>
        `${chairName}, ${writtenAt}${isOutdated ? ', on reviews that changed since' : ''}\n${describeContent(content)}`,
    ),
  );
  const decided = decisions.map(
    ({ organizerName, content }) => `Decided by ${organizerName}: ${content.outcome ?? 'taken back'}`,
  );
  return [
    `Paper ${paper.number}: ${paper.title}`,
    myMetaReview.savedAt === null
      ? 'You: nothing yet'
      : `You, ${myMetaReview.savedAt}\n${describeContent(myMetaReview.content)}`,
    ...others,
    ...decided,
  ].join('\n\n');
}

function describeContent({ recommendation, confidence, needsDiscussion, text }: MetaContent): string {
  const facts = [
    `recommends ${recommendation ?? 'nothing yet'}`,
    ...(confidence === null ? [] : [`confidence ${confidence} of 5`]),
    ...(needsDiscussion ? ['needs discussion'] : []),
  ];
  return `  ${facts.join(', ')}${text === '' ? '' : `\n  ${text}`}`;
}
