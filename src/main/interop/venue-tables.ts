import { z } from 'zod';
import { topicIdSchema, type PaperNumber, type TopicId } from '@shared/model/ids';
import { paperSchema, type Author } from '@shared/model/paper';
import { personSchema } from '@shared/model/person';
import { dayDateSchema, type DayDate } from '@shared/model/time';
import { cell, list, readTable, toPaperNumber, type TableReading } from './read-table';

/** A paper as an organizer's table names it. `pdf` is a file name in the folder of PDFs. */
export interface PaperEntry {
  readonly line: number;
  readonly number: PaperNumber;
  readonly title: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly topics: readonly TopicId[];
  readonly authors: readonly Author[];
  readonly pdf: string;
}

/** An assignment as an organizer's table names it. */
export interface AssignmentEntry {
  readonly line: number;
  readonly paper: PaperNumber;
  readonly email: string;
  readonly name: string;
  readonly role: 'reviewer' | 'chair';
  readonly due: DayDate | null;
}

/** Reads `number,title,abstract,keywords,topics,authors,pdf`; lists within a cell are separated by `;`. */
export function readPapersTable(text: string): TableReading<PaperEntry> {
  return readTable(text, ['number', 'title', 'pdf'], (row, problem) => {
    const number = toPaperNumber(cell(row, 'number'));
    if (!number.success) return problem(`"${cell(row, 'number')}" is not a paper number`);
    if (cell(row, 'title') === '') return problem('the title is missing');
    const pdf = cell(row, 'pdf');
    if (/^\.*$|[\\/]/.test(pdf)) return problem(`"${pdf}" is not the name of a PDF in the folder`);
    const topics = list(row, 'topics').map((id) => topicIdSchema.safeParse(id));
    if (topics.some((topic) => !topic.success))
      return problem(`"${cell(row, 'topics')}" is not a list of topic ids`);
    const entry: PaperEntry = {
      line: row.line,
      number: number.data,
      title: cell(row, 'title'),
      abstract: cell(row, 'abstract'),
      keywords: list(row, 'keywords'),
      topics: topics.flatMap((topic) => (topic.success ? [topic.data] : [])),
      authors: list(row, 'authors').map(toAuthor),
      pdf,
    };
    const excess = excessOf(entry);
    return excess === null ? entry : problem(excess);
  });
}

/** Reads `paper,email,name,role,due`; role is reviewer when empty, due may be empty. */
export function readAssignmentsTable(text: string): TableReading<AssignmentEntry> {
  return readTable(text, ['paper', 'email', 'name'], (row, problem) => {
    const paper = toPaperNumber(cell(row, 'paper'));
    if (!paper.success) return problem(`"${cell(row, 'paper')}" is not a paper number`);
    const email = personSchema.shape.email.safeParse(cell(row, 'email'));
    if (!email.success) return problem(`"${cell(row, 'email')}" is not an e-mail address`);
    if (cell(row, 'name') === '') return problem('the name is missing');
    if (cell(row, 'name').length > MAX_NAME_LENGTH) {
      return problem(`the name is longer than ${MAX_NAME_LENGTH} characters`);
    }
    const role = z.enum(['reviewer', 'chair']).safeParse(cell(row, 'role').toLowerCase() || 'reviewer');
    if (!role.success) return problem(`"${cell(row, 'role')}" is not a role: write reviewer or chair`);
    const due = dayDateSchema.nullable().safeParse(cell(row, 'due') === '' ? null : cell(row, 'due'));
    if (!due.success) return problem(`"${cell(row, 'due')}" is not a day: write it as 2026-05-13`);
    return {
      line: row.line,
      paper: paper.data,
      email: email.data.toLowerCase(),
      name: cell(row, 'name'),
      role: role.data,
      due: due.data,
    };
  });
}

/** The longest name of a person; as in the model. */
const MAX_NAME_LENGTH = 200;

const textSchema = paperSchema.omit({ pdf: true });

/** What a paper has too much of for the model, or null. What is refused here could not be read back from a store. */
function excessOf({ line: _line, pdf: _pdf, ...paper }: PaperEntry): string | null {
  const issue = textSchema.safeParse(paper).error?.issues[0];
  if (issue === undefined) return null;
  const names: Readonly<Record<string, string>> = {
    title: 'the title',
    abstract: 'the abstract',
    keywords: 'a keyword',
    authors: 'an author',
  };
  const field = String(issue.path[0]);
  if (issue.code !== 'too_big') return `${field}: ${issue.message}`;
  if (issue.origin === 'array') return `there are more ${field} than ${issue.maximum}`;
  return `${names[field] ?? field} is longer than ${issue.maximum} characters`;
}

/** `Name <mail>` or `Name`. */
function toAuthor(text: string): Author {
  const match = /^(.*?)\s*<([^<>]+)>$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return { name: text, email: null };
  return { name: match[1] || match[2], email: z.email().safeParse(match[2]).success ? match[2] : null };
}
