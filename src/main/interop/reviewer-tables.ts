import { z } from 'zod';
import { topicIdSchema, type PaperNumber, type TopicId } from '@shared/model/ids';
import { personSchema } from '@shared/model/person';
import { cell, list, readTable, toPaperNumber, type TableReading } from './read-table';

/** A reviewer as an organizer's table names them. */
export interface ReviewerEntry {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly institution: string;
  /** The best known first. */
  readonly topics: readonly TopicId[];
  readonly expertise: string;
  readonly minLoad: number | null;
  readonly maxLoad: number | null;
  /** Paper numbers, e-mail addresses and domains, in lower case. */
  readonly conflicts: readonly string[];
}

/** A bid, or a conflict that somebody declared, as an organizer's table names it. */
export interface BidEntry {
  readonly line: number;
  readonly paper: PaperNumber;
  readonly email: string;
  readonly bid: 'yes' | 'maybe' | 'no' | 'conflict';
}

const MAX_NAME_LENGTH = 200;
const MAX_LOAD = 500;
/** About forty papers' worth of text. */
const MAX_EXPERTISE_LENGTH = 2_000_000;

/** The words that tables have for a bid. */
const BIDS: Readonly<Record<string, BidEntry['bid'] | 'none'>> = {
  yes: 'yes',
  eager: 'yes',
  high: 'yes',
  maybe: 'maybe',
  willing: 'maybe',
  no: 'no',
  'not willing': 'no',
  conflict: 'conflict',
  neutral: 'none',
  '': 'none',
};

/** Reads `email,name,institution,topics,expertise,min,max,conflicts`; lists within a cell are separated by `;`. */
export function readReviewersTable(text: string): TableReading<ReviewerEntry> {
  return readTable(text, ['email', 'name'], (row, problem) => {
    const email = personSchema.shape.email.safeParse(cell(row, 'email'));
    if (!email.success) return problem(`"${cell(row, 'email')}" is not an e-mail address`);
    const name = cell(row, 'name');
    if (name === '') return problem('the name is missing');
    if (name.length > MAX_NAME_LENGTH)
      return problem(`the name is longer than ${MAX_NAME_LENGTH} characters`);
    const topics = list(row, 'topics').map((id) => topicIdSchema.safeParse(id));
    if (topics.some((topic) => !topic.success))
      return problem(`"${cell(row, 'topics')}" is not a list of topic ids`);
    const [minLoad, maxLoad] = [toLoad(cell(row, 'min')), toLoad(cell(row, 'max'))];
    if (minLoad === undefined || maxLoad === undefined) {
      return problem(`"${cell(row, 'min')}" to "${cell(row, 'max')}" is not a number of papers`);
    }
    if (minLoad !== null && maxLoad !== null && minLoad > maxLoad) {
      return problem(`at least ${minLoad} papers is more than at most ${maxLoad}`);
    }
    if (cell(row, 'expertise').length > MAX_EXPERTISE_LENGTH) {
      return problem(`the expertise is longer than ${MAX_EXPERTISE_LENGTH} characters`);
    }
    return {
      line: row.line,
      email: email.data.toLowerCase(),
      name,
      institution: cell(row, 'institution'),
      topics: topics.flatMap((topic) => (topic.success ? [topic.data] : [])),
      expertise: cell(row, 'expertise'),
      minLoad,
      maxLoad,
      conflicts: list(row, 'conflicts').map((one) => one.toLowerCase()),
    };
  });
}

/** Reads `paper,email,bid`: yes, maybe, no or conflict; an empty bid says nothing. */
export function readBidsTable(text: string): TableReading<BidEntry> {
  const { entries, problems } = readTable(text, ['paper', 'email', 'bid'], (row, problem) => {
    const paper = toPaperNumber(cell(row, 'paper'));
    if (!paper.success) return problem(`"${cell(row, 'paper')}" is not a paper number`);
    const email = z.email().safeParse(cell(row, 'email'));
    if (!email.success) return problem(`"${cell(row, 'email')}" is not an e-mail address`);
    const bid = BIDS[cell(row, 'bid').toLowerCase()];
    if (bid === undefined) {
      return problem(`"${cell(row, 'bid')}" is not a bid: write yes, maybe, no or conflict`);
    }
    return { line: row.line, paper: paper.data, email: email.data.toLowerCase(), bid };
  });
  return {
    entries: entries.flatMap(({ bid, ...entry }) => (bid === 'none' ? [] : [{ ...entry, bid }])),
    problems,
  };
}

/** Null when empty, undefined when it is no number of papers. */
function toLoad(text: string): number | null | undefined {
  if (text === '') return null;
  const load = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return load <= MAX_LOAD ? load : undefined;
}
