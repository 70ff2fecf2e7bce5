import type { BundleContents, Glossary } from '@shared/contract/bundle-contents';
import type { Answers } from '@shared/model/review';
import { answerText } from '@shared/rules/answer-text';
import { decisionLabel } from '@shared/rules/decision-kinds';
import { toCsv } from '../interop/csv';
import { personName } from './outline-fields';

type Cell = string | number | null;

/** A table in the making: its columns and, for each row, what stands in which. */
interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * What a bundle is mostly about, as one table: of an assignment bundle who does what, of a decision bundle the decisions,
 * else the reviews, received ones included, and the meta-reviews. Answers have a column for each field of the form.
 */
export function contentsToCsv(contents: BundleContents, glossary: Glossary): string {
  const { columns, rows } = tableOf(contents, glossary);
  return toCsv(columns, rows);
}

function tableOf(contents: BundleContents, glossary: Glossary): Table {
  switch (contents.header.kind) {
    case 'assignment':
      return assignmentTable(contents, glossary);
    case 'decision':
      return decisionTable(contents, glossary);
    case 'review':
    case 'consolidation':
      return reviewTable(contents, glossary);
  }
}

function assignmentTable({ assignments, people }: BundleContents, glossary: Glossary): Table {
  const mails = new Map(people.map(({ id, email }) => [id, email]));
  return {
    columns: ['paper', 'title', 'email', 'name', 'role', 'due'],
    rows: assignments.map(({ paper, person, role, due }) => [
      paper,
      glossary.titles[paper] ?? '',
      mails.get(person) ?? '',
      personName(glossary, person),
      role,
      due,
    ]),
  };
}

function decisionTable({ decisions }: BundleContents, glossary: Glossary): Table {
  const { venue } = glossary;
  return {
    columns: ['paper', 'title', 'decision', 'session', 'note', 'organizer', 'written'],
    rows: decisions.map(({ latest: { paper, organizer, writtenAt, content } }) => [
      paper,
      glossary.titles[paper] ?? '',
      content.outcome !== null && venue !== null ? decisionLabel(venue, content.outcome) : content.outcome,
      content.session,
      content.note,
      personName(glossary, organizer),
      writtenAt,
    ]),
  };
}

/** A row's cells before the columns that differ from kind to kind. */
const COMMON = ['kind', 'paper', 'title', 'person', 'state', 'version', 'written'] as const;
const META = ['recommendation', 'confidence', 'to be discussed', 'meta-review'] as const;

function reviewTable(contents: BundleContents, glossary: Glossary): Table {
  const { venue, titles } = glossary;
  const reviews = [contents, ...contents.received].flatMap((one) => one.reviews);
  const known = venue?.form.fields.map(({ id }) => id) ?? [];
  const answered = reviews.flatMap(({ latest }) => Object.keys(latest.answers) as (keyof Answers)[]);
  const others = [...new Set(answered)].filter((id) => !known.includes(id)).toSorted();
  const fields = [...known, ...others];
  const fieldOf = (id: keyof Answers) => venue?.form.fields.find((field) => field.id === id);
  const meta = contents.metaReviews.length === 0 ? [] : META;
  const answersOf = (answers: Answers): Cell[] =>
    fields.map((id) => {
      const answer = answers[id];
      if (answer === undefined) return '';
      // A number stays a number, so that a spreadsheet can calculate with it.
      return answer.kind === 'rating' ? answer.value : answerText(answer, fieldOf(id), venue?.topics);
    });
  return {
    columns: [...COMMON, ...fields.map((id) => fieldOf(id)?.label ?? id), ...meta],
    rows: [
      ...reviews.map(({ history, latest }) => [
        'review',
        latest.paper,
        titles[latest.paper] ?? '',
        personName(glossary, latest.reviewer),
        latest.state,
        history.length,
        latest.writtenAt,
        ...answersOf(latest.answers),
        ...meta.map(() => ''),
      ]),
      ...contents.metaReviews.map(({ history, latest }) => [
        'meta-review',
        latest.paper,
        titles[latest.paper] ?? '',
        personName(glossary, latest.chair),
        '',
        history.length,
        latest.writtenAt,
        ...fields.map(() => ''),
        latest.content.recommendation !== null && venue !== null
          ? decisionLabel(venue, latest.content.recommendation)
          : latest.content.recommendation,
        latest.content.confidence,
        latest.content.needsDiscussion ? 'yes' : 'no',
        latest.content.text,
      ]),
    ],
  };
}
