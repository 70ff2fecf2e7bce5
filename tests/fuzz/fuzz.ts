import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keys } from '../conformance/make/material';
import { makeCorpus, type Corpus, type Original } from './corpus';
import { judgeImport, judgeTogether, judgeVerification, type Judgement, type Subject } from './judge';
import { mutateBytes } from './mutate-bytes';
import { mutateStructure, type Mutant } from './mutate-structure';
import { makeRandom, seedOfCase, type Random } from './random';

/** What to run. */
export interface FuzzOptions {
  readonly seed: number;
  /** The first case, and how many. */
  readonly from: number;
  readonly cases: number;
  /** An empty folder for bundles and stores. */
  readonly folder: string;
  /** Where mutants that fail are kept. */
  readonly keepFolder: string;
  /** Called before each case. */
  readonly onCase?: (index: number) => void;
}

/** A case that found something. */
export interface FuzzFailure {
  readonly index: number;
  readonly original: string;
  readonly problem: string;
  readonly file: string;
}

/** What a run did. */
export interface FuzzReport {
  readonly cases: number;
  /** How often each verdict was given. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly failures: readonly FuzzFailure[];
  readonly slowestMs: number;
}

/** A case may take this long, milliseconds: a real bundle of this size takes a few. */
const LIMIT_MS = 3_000;

/** Mutates real bundles, verifies and imports each mutant, and reports whatever should not have been. */
export function runFuzz(options: FuzzOptions): FuzzReport {
  const corpus = makeCorpus(options.folder);
  const scratch = join(options.folder, 'mutants');
  mkdirSync(scratch);
  const path = join(scratch, 'mutant.referee');
  writeFileSync(path, '');
  const beside = namesBeside(options.folder);
  const verdicts: Record<string, number> = {};
  const failures: FuzzFailure[] = [];
  let slowestMs = 0;
  for (let index = options.from; index < options.from + options.cases; index += 1) {
    options.onCase?.(index);
    const random = makeRandom(seedOfCase(options.seed, index));
    const original = random.pick(corpus.originals);
    const mutant = mutate(original, corpus, random);
    writeFileSync(path, mutant.bytes);
    const started = performance.now();
    const judgements = judge(subjectOf(path, mutant, original, corpus), original, corpus, random);
    const took = performance.now() - started;
    slowestMs = Math.max(slowestMs, took);
    const problems = judgements.flatMap(({ problem }) => problem ?? []);
    if (took > LIMIT_MS) problems.push(`took ${Math.round(took)} ms`);
    if (namesBeside(options.folder) !== beside) problems.push('a file was written outside the store');
    for (const { verdict } of judgements) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    for (const problem of problems) {
      const file = join(options.keepFolder, `fuzz-${options.seed}-${index}.referee`);
      mkdirSync(options.keepFolder, { recursive: true });
      copyFileSync(path, file);
      failures.push({ index, original: original.name, problem, file });
    }
  }
  corpus.close();
  rmSync(options.folder, { recursive: true, force: true });
  return { cases: options.cases, verdicts, failures, slowestMs };
}

function mutate(original: Original, { originals }: Corpus, random: Random): Mutant {
  const others = originals.filter((other) => other !== original);
  const parts = random.below(5) < 3 ? original.takeApart() : null;
  if (parts === null) {
    const bytes = mutateBytes(
      original.bytes,
      random,
      others.map((other) => other.bytes),
    );
    return { bytes, maker: 'nobody' };
  }
  return mutateStructure(parts, {
    random,
    author: original.author,
    stranger: keys.stranger,
    others: others.flatMap((other) => other.takeApart() ?? []),
  });
}

function subjectOf(path: string, { bytes, maker }: Mutant, { author }: Original, corpus: Corpus): Subject {
  const isUnchanged = corpus.originals.some((original) => original.bytes.equals(bytes));
  return { path, maker, isUnchanged, author: author.fingerprint };
}

function judge(
  subject: Subject,
  original: Original,
  { companion }: Corpus,
  random: Random,
): readonly Judgement[] {
  const verification = judgeVerification(subject);
  const alone = judgeImport(subject, random.pick(original.receivers));
  const isTogether = original.receivers.includes(companion.receiver) && random.oneIn(10);
  return [verification, alone, ...(isTogether ? [judgeTogether(subject, companion)] : [])];
}

/** Every file and folder that is not within a computer's data, which its state speaks of. */
function namesBeside(folder: string): string {
  const children = readdirSync(folder, { withFileTypes: true }).filter(
    (child) => child.isDirectory() && child.name !== 'golden',
  );
  return [folder, ...children.map(({ name }) => join(folder, name))]
    .flatMap((one) => readdirSync(one).map((name) => join(one, name)))
    .toSorted()
    .join('\n');
}
