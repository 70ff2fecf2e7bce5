import { InvalidArgumentError, type Command } from 'commander';
import type { AssignmentSettings } from '@shared/contract/assignment';
import type { VenueId } from '@shared/model/ids';
import type { Session } from './context';

/** What every command about assigning takes. */
export interface Common {
  readonly store: string;
  readonly venue?: string;
}

/** The rules that an assignment is to keep, where they differ from the last ones. */
export interface RuleOptions extends Common {
  readonly reviews?: number;
  readonly min?: number;
  readonly max?: number;
  readonly experts?: number;
  readonly distant?: number;
  readonly institutions: boolean;
  readonly weights?: AssignmentSettings['weights'];
  readonly floor?: number;
  readonly seed?: number;
}

/** Adds the options of {@link RuleOptions}. */
export function addRules(command: Command): Command {
  return command
    .option('--reviews <count>', 'reviewers a paper', parseCount)
    .option('--min <count>', 'papers a reviewer at least', parseNumber)
    .option('--max <count>', 'papers a reviewer at most', parseCount)
    .option('--experts <count>', 'experts a paper at least', parseNumber)
    .option('--distant <count>', 'reviewers far from its subject a paper at most', parseNumber)
    .option('--no-institutions', 'allow two reviewers of one institution on a paper')
    .option('--weights <topics,text,bid>', 'how much each term of a score weighs', parseWeights)
    .option('--floor <sum>', 'what each paper’s sum of scores must reach', parseDecimal)
    .option('--seed <number>', 'decides between equals', parseNumber);
}

/** The last settings of a venue with what the options change. */
export async function settingsFor(
  session: Session,
  venue: VenueId,
  options: RuleOptions,
): Promise<AssignmentSettings> {
  const { settings } = await session.request('assignment.getDesk', { venue });
  return {
    ...settings,
    weights: options.weights ?? settings.weights,
    reviewsPerPaper: options.reviews ?? settings.reviewsPerPaper,
    minLoad: options.min ?? settings.minLoad,
    maxLoad: options.max ?? settings.maxLoad,
    expertsAtLeast: options.experts ?? settings.expertsAtLeast,
    distantAtMost: options.distant ?? settings.distantAtMost,
    isOneOfInstitution: options.institutions && settings.isOneOfInstitution,
    floor: options.floor ?? null,
    seed: options.seed ?? settings.seed,
  };
}

function parseNumber(text: string): number {
  if (!/^[0-9]{1,10}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

/** A whole number from 1. @throws InvalidArgumentError */
export function parseCount(text: string): number {
  const count = parseNumber(text);
  if (count === 0) throw new InvalidArgumentError('Write a whole number, at least 1.');
  return count;
}

/** A sum of scores as it is shown, in millionths. */
function parseDecimal(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '')
    throw new InvalidArgumentError('Write a number such as 1.25.');
  return Math.ceil(value * 1_000_000);
}

function parseWeights(text: string): AssignmentSettings['weights'] {
  const [topics, words, bid, ...more] = text.split(',').map(parseNumber);
  if (topics === undefined || words === undefined || bid === undefined || more.length > 0) {
    throw new InvalidArgumentError('Write three whole numbers, such as 40,40,20.');
  }
  return { topics, text: words, bid };
}

/** Gathers the values of an option that may be given again and again. */
export function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}
