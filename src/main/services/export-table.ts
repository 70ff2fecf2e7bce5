import { toPlainCitations } from '@shared/anchor/citation';
import type { VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { toCsv } from '../interop/csv';
import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import { listReceived, readConsolidation } from './consolidation';
import type { ServiceDeps } from './deps';
import { unwritable } from './unwritable';

/** A table of reviews: one row a review, one for each review that has not come. */
export interface ReviewTable {
  readonly csv: string;
  readonly rowCount: number;
}

/** The reviews of a venue as CSV: paper, title, the paper's mean rating, reviewer, state, then a column for each field of the form. */
export function buildTable(deps: ServiceDeps, input: { readonly venue: VenueId }): ReviewTable {
  const { venue, papers } = readConsolidation(deps, input);
  const received = listReceived(deps, input);
  const columns = [
    'paper',
    'title',
    'mean',
    'reviewer',
    'state',
    'late',
    'written',
    ...venue.form.fields.map((field) => field.id),
  ];
  const rows = papers.flatMap((paper) => {
    const mean = paper.overall.mean === null ? '' : paper.overall.mean.toFixed(2);
    const missing = paper.reviews
      .filter(({ state }) => state === 'missing' || state === 'refused')
      .map((cell) => [
        paper.number,
        paper.title,
        mean,
        cell.reviewerName,
        cell.refusal === null ? 'missing' : cell.refusal.kind,
        '',
        '',
        ...venue.form.fields.map(() => ''),
      ]);
    const rated = (received.get(paper.number) ?? []).flatMap((review) =>
      review.versions.map((version) => [
        paper.number,
        paper.title,
        mean,
        review.reviewerName,
        review.versions.length > 1 ? 'conflict' : version.state,
        review.isLate ? 'late' : '',
        version.writtenAt,
        ...venue.form.fields.map((field) => cellText(version.answers[field.id])),
      ]),
    );
    return [...rated, ...missing];
  });
  return { csv: toCsv(columns, rows), rowCount: rows.length };
}

/** Writes the table to a file. Refused: FILE_UNWRITABLE, DISK_FULL. */
export function exportTable(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly path: string },
): number {
  return writeTable(deps, buildTable(deps, input), input.path);
}

/** Writes a table to a file; answers how many rows it has. Refused: FILE_UNWRITABLE, DISK_FULL. */
export function writeTable(
  deps: Pick<ServiceDeps, 'stores'>,
  { csv, rowCount }: ReviewTable,
  path: string,
): number {
  const bytes = Buffer.from(csv, 'utf8');
  try {
    writeOutside(deps.stores.notesFolder, path, (fd) => {
      writeFully(fd, bytes);
    });
  } catch (error) {
    throw unwritable(error, path, bytes.length);
  }
  return rowCount;
}

function cellText(answer: Answer | undefined): string | number {
  if (answer === undefined) return '';
  switch (answer.kind) {
    case 'text':
      return toPlainCitations(answer.text);
    case 'rating':
      return answer.value;
    case 'choice':
      return answer.option;
    case 'topics':
      return answer.tags.map((tag) => `${tag.topic} (${tag.weight}, ${tag.fit})`).join('; ');
    case 'flag':
      return answer.isRaised ? `yes: ${answer.detail}` : 'no';
  }
}
