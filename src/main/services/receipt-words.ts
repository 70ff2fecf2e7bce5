import type { PageSize, PrintedDocument } from '@shared/contract/printed-document';
import type { Receipt, ReceiptStatement } from '@shared/model/receipt';
import { formatInstant } from '@shared/rules/deadlines';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { wrapText } from '@shared/rules/wrap-text';

const COLUMNS = 80;

/** A receipt's facts, in the order in which people read them. */
function factsOf(
  { venue, reviewer, issuedAt }: ReceiptStatement,
  timeZone: string,
): readonly [string, string][] {
  return [
    ['Venue', `${venue.name} (${venue.id})`],
    ['Reviewer', reviewer.name],
    ['Key', formatSpoken(reviewer.fingerprint)],
    ['Fingerprint', reviewer.fingerprint],
    ['Issued', formatInstant(Date.parse(issuedAt), timeZone)],
  ];
}

/** What a receipt says of one review. */
function reviewFacts(
  review: ReceiptStatement['reviews'][number],
  timeZone: string,
): readonly [string, string][] {
  return [
    ['State', review.state === 'ready' ? 'Ready' : 'Draft'],
    ['Written', formatInstant(Date.parse(review.writtenAt), timeZone)],
    ['Revision', review.revision],
    ['Sent in', review.bundle ?? 'no bundle yet'],
  ];
}

function nameOf({ paper, title }: ReceiptStatement['reviews'][number]): string {
  return title === null ? `Review of #${paper}` : `Review of #${paper} ${title}`;
}

function closing(fileName: string): string {
  return `This page repeats the signed file ${fileName}, which alone proves anything: check it with Referee (Verify a receipt, or: referee receipt verify ${fileName}) or with openssl, as docs/formats/receipt-v1.md tells. Nothing of what the reviews say is in either.`;
}

/** A receipt for people, as plain text. */
export function toReceiptText({ statement }: Receipt, fileName: string, timeZone: string): string {
  const table = (rows: readonly [string, string][]): string =>
    rows.map(([term, value]) => `${`${term}:`.padEnd(13)}${value}`).join('\n');
  return `${[
    `${wrapText(statement.venue.name, COLUMNS)}\nReceipt for reviewing`,
    table(factsOf(statement, timeZone)),
    ...statement.reviews.map((review) => {
      const name = wrapText(nameOf(review), COLUMNS);
      return `${name}\n${'-'.repeat(Math.min(name.length, COLUMNS))}\n${table(reviewFacts(review, timeZone))}`;
    }),
    wrapText(closing(fileName), COLUMNS),
  ].join('\n\n')}\n`;
}

/** A receipt for people, as a page to print. */
export function toPrintedReceipt(
  { statement }: Receipt,
  fileName: string,
  timeZone: string,
  pageSize: PageSize,
): PrintedDocument {
  const rows = (facts: readonly [string, string][]): { term: string; value: string; isCode: boolean }[] =>
    facts.map(([term, value]) => ({
      term,
      value,
      isCode: ['Revision', 'Fingerprint', 'Sent in'].includes(term),
    }));
  return {
    kicker: statement.venue.name,
    title: 'Receipt for reviewing',
    footer: `${statement.reviewer.name}, ${statement.venue.name}`,
    pageSize,
    blocks: [
      { kind: 'facts', rows: rows(factsOf(statement, timeZone)) },
      ...statement.reviews.flatMap((review) => [
        { kind: 'heading' as const, text: nameOf(review), note: null },
        { kind: 'facts' as const, rows: rows(reviewFacts(review, timeZone)) },
      ]),
      { kind: 'line', text: closing(fileName) },
    ],
  };
}
