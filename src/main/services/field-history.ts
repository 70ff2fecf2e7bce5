import { AppError } from '@shared/contract/errors';
import type { AnswerVersion, ReviewMoment } from '@shared/contract/field-history';
import type { Draft } from '@shared/contract/library';
import type { FieldId, ReviewId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { countWords } from '@shared/rules/word-count';
import { keepVersions, listVersions, type StoredVersion } from '../store/answer-versions';
import { transact, type ReadDb } from '../store/database';
import { listExportMoments, listReadinessMoments } from '../store/review-moments';
import type { ServiceDeps } from './deps';
import { answerField, openMine, type PaperInput } from './save-draft';

/** One field of my review of a paper. */
export interface FieldInput extends PaperInput {
  readonly field: FieldId;
}

/** One version of an answer of mine. */
export interface VersionInput extends FieldInput {
  readonly version: number;
}

/** The versions of one of my answers, newest first. Refused: PAPER_NOT_FOUND. */
export function listAnswerVersions(deps: ServiceDeps, input: FieldInput): readonly AnswerVersion[] {
  const { db, key } = openMine(deps, input);
  const versions = listVersions(db, key.review, input.field);
  const moments = placeMoments(versions, listMoments(db, key.review));
  return versions
    .map((version) => ({
      id: version.id,
      since: version.since,
      changedAt: version.changedAt,
      wordCount: countAnswerWords(version.answer),
      isCleared: version.answer === null,
      moments: moments.get(version) ?? [],
    }))
    .toReversed();
}

/** The answer of a version; null where it was cleared. Refused: VERSION_NOT_FOUND, PAPER_NOT_FOUND. */
export function readAnswerVersion(deps: ServiceDeps, input: VersionInput): Answer | null {
  const { db, key } = openMine(deps, input);
  return requireVersion(db, key.review, input).answer;
}

/**
 * Makes an answer what it was in a version. What stands now stays a version of its own.
 *
 * Refused: VERSION_NOT_FOUND, PAPER_NOT_FOUND; ANSWER_INVALID, FIELD_NOT_FOUND when the form no longer takes it.
 */
export function restoreAnswerVersion(deps: ServiceDeps, input: VersionInput): Draft {
  const { db, key } = openMine(deps, input);
  return transact(db, () => {
    const { answer } = requireVersion(db, key.review, input);
    keepVersions(db, key.review);
    return answerField(deps, { ...input, answer });
  });
}

function requireVersion(db: ReadDb, review: ReviewId, input: VersionInput): StoredVersion {
  const found = listVersions(db, review, input.field).find(({ id }) => id === input.version);
  if (found !== undefined) return found;
  throw new AppError(
    'VERSION_NOT_FOUND',
    `${input.field} of the review of paper ${input.paper} has no version ${input.version} any more. Look at its history again.`,
  );
}

function listMoments(db: ReadDb, review: ReviewId): readonly ReviewMoment[] {
  const readiness = listReadinessMoments(db, review).map(({ at, isReady }): ReviewMoment => ({
    kind: isReady ? 'ready' : 'taken-back',
    at,
  }));
  const exports = listExportMoments(db, review).map((at): ReviewMoment => ({ kind: 'exported', at }));
  return [...readiness, ...exports].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Each moment at the version that stood then: the newest that had begun; what goes out or is ready is kept as it is. */
function placeMoments(
  versions: readonly StoredVersion[],
  moments: readonly ReviewMoment[],
): ReadonlyMap<StoredVersion, readonly ReviewMoment[]> {
  const placed = new Map<StoredVersion, ReviewMoment[]>();
  for (const moment of moments) {
    const stood = versions.findLast(
      ({ since, isKept }) =>
        Date.parse(since) <= Date.parse(moment.at) && (isKept || moment.kind === 'taken-back'),
    );
    if (stood !== undefined) placed.set(stood, [...(placed.get(stood) ?? []), moment]);
  }
  return placed;
}

function countAnswerWords(answer: Answer | null): number | null {
  if (answer?.kind === 'text') return countWords(answer.text);
  return answer?.kind === 'flag' ? countWords(answer.detail) : null;
}
