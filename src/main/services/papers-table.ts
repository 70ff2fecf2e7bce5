import type { PaperRow } from '@shared/contract/consolidation';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { calibrate, type CalibratedPaper } from '@shared/rules/calibration/calibrate';
import { compareTopics, findAgreedTopics } from '@shared/rules/topics-agreed';
import { toCsv } from '../interop/csv';
import { toScores } from './calibrate-reviews';
import { readConsolidation } from './consolidation';
import type { ServiceDeps } from './deps';
import { writeTable, type ReviewTable } from './export-table';

/** Which papers, in which order; null for all by number. */
export interface PapersTableInput {
  readonly venue: VenueId;
  readonly papers: readonly PaperNumber[] | null;
}

/** A column of the table: its name, and its cell for a paper. */
interface Column {
  readonly name: string;
  readonly cell: (paper: PaperRow, calibrated: CalibratedPaper | undefined) => string | number;
}

const columns: readonly Column[] = [
  { name: 'paper', cell: ({ number }) => number },
  { name: 'title', cell: ({ title }) => title },
  { name: 'expected', cell: ({ expectedCount }) => expectedCount },
  { name: 'received', cell: ({ receivedCount }) => receivedCount },
  {
    name: 'missing',
    cell: ({ reviews }) =>
      join(reviews.flatMap((cell) => (cell.state === 'missing' ? cell.reviewerName : []))),
  },
  { name: 'mean', cell: ({ overall }) => figure(overall.mean) },
  { name: 'lowest', cell: ({ overall }) => overall.lowest ?? '' },
  { name: 'highest', cell: ({ overall }) => overall.highest ?? '' },
  { name: 'confidence_weighted_mean', cell: ({ weightedMean }) => figure(weightedMean) },
  { name: 'standard_deviation', cell: ({ deviation }) => figure(deviation) },
  { name: 'calibrated', cell: (_, calibrated) => figure(calibrated?.score ?? null) },
  { name: 'calibrated_low', cell: (_, calibrated) => figure(calibrated?.low ?? null) },
  { name: 'calibrated_high', cell: (_, calibrated) => figure(calibrated?.high ?? null) },
  { name: 'declared_topics', cell: ({ declaredTopics }) => join(declaredTopics) },
  { name: 'agreed_topics', cell: ({ reviews }) => join(findAgreedTopics(reviews).map(({ topic }) => topic)) },
  {
    name: 'agreed_not_declared',
    cell: ({ reviews, declaredTopics }) => join(compareTopics(reviews, declaredTopics)?.added ?? []),
  },
  {
    name: 'declared_not_tagged',
    cell: ({ reviews, declaredTopics }) => join(compareTopics(reviews, declaredTopics)?.unconfirmed ?? []),
  },
  { name: 'recommended', cell: ({ recommendations }) => join([...new Set(recommendations)]) },
  { name: 'decided', cell: ({ decisions }) => join([...new Set(decisions)]) },
  { name: 'flags', cell: (paper) => join(flagsOf(paper)) },
];

/** Papers as CSV: one row a paper. Numbers that are not known are empty. Refused: NOT_AN_ORGANIZER. */
export function buildPapersTable(deps: ServiceDeps, { venue, papers }: PapersTableInput): ReviewTable {
  const consolidation = readConsolidation(deps, { venue });
  const calibration = calibrate(toScores(consolidation));
  const calibrated = new Map(
    calibration.kind === 'fitted' ? calibration.papers.map((one) => [one.paper, one]) : [],
  );
  const known = new Map(consolidation.papers.map((row) => [row.number, row]));
  const rows = papers === null ? consolidation.papers : papers.flatMap((paper) => known.get(paper) ?? []);
  const csv = toCsv(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ cell }) => cell(row, calibrated.get(row.number)))),
  );
  return { csv, rowCount: rows.length };
}

/** Writes papers to a CSV file; answers how many. Refused: FILE_UNWRITABLE, DISK_FULL, NOT_AN_ORGANIZER. */
export function exportPapersTable(
  deps: ServiceDeps,
  { path, ...input }: PapersTableInput & { readonly path: string },
): number {
  return writeTable(deps, buildPapersTable(deps, input), path);
}

/** What is to be seen about a paper besides its scores, by the names of the form's fields and our own. */
function flagsOf({ reviews, needsDiscussion }: PaperRow): readonly string[] {
  const raised = new Set<string>(reviews.flatMap(({ flags }) => flags));
  return [
    ...raised,
    ...(reviews.some(({ state }) => state === 'conflict') ? ['conflict'] : []),
    ...(reviews.some(({ isLate }) => isLate) ? ['late'] : []),
    ...(needsDiscussion ? ['discussion'] : []),
  ];
}

function figure(value: number | null): string {
  return value === null ? '' : value.toFixed(2);
}

function join(words: readonly string[]): string {
  return words.join('; ');
}
