import type {
  AssignmentDesk,
  AssignmentRun,
  AssignmentRunDetail,
  Pair,
  ReplacementOption,
} from '@shared/contract/assignment';
import { defaultAssignmentSettings } from '@shared/contract/assignment';
import { AppError } from '@shared/contract/errors';
import type { VenueId } from '@shared/model/ids';
import type { DayDate } from '@shared/model/time';
import { dayDateSchema } from '@shared/model/time';
import { findBreaches } from '../assignment/breaches';
import { changeByHand, listReplacements } from '../assignment/manual-change';
import { getRun, listRunPairs, listRuns, noteAccepted } from '../store/assignment-runs';
import { listAssignments, replaceReviewerAssignments } from '../store/assignments';
import { transact, type ReadDb } from '../store/database';
import { getNewestAssertion } from '../store/facts';
import { countPapers, listPaperHeads } from '../store/papers';
import { listPeople } from '../store/people';
import { listBids, listProfiles } from '../store/reviewer-profiles';
import { getVenue } from '../store/venues';
import { institutionDomain } from './assignment-conflicts';
import { declinedPairs, keyOf } from './assignment-inputs';
import { poseProblem, requirePairs, ruleWeights } from './assignment-problem';
import { toBrokenRules } from './assignment-words';
import { requireOrganizer } from './consolidator';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { groupBy } from './group-by';
import { rememberRun, toPlainPair } from './run-assignment';

/** Where assigning stands at a venue. Refused: NOT_AN_ORGANIZER. */
export function readAssignmentDesk(deps: ServiceDeps, venue: VenueId): AssignmentDesk {
  const { db } = deps.stores.open(venue);
  requireOrganizer(db, 'assign papers');
  const profiles = new Map(listProfiles(db).map((profile) => [profile.person, profile]));
  const bids = groupBy(listBids(db), ({ person }) => person);
  const standing = listAssignments(db).filter(({ role }) => role === 'reviewer');
  const loads = groupBy(standing, ({ person }) => person);
  const reviewers = listPeople(db)
    .filter(({ roles }) => roles.includes('reviewer'))
    .map(({ id, name }) => ({
      person: id,
      name,
      hasTopics: (profiles.get(id)?.topics.length ?? 0) > 0,
      hasExpertise: (profiles.get(id)?.expertise ?? '') !== '',
      bids: bids.get(id)?.length ?? 0,
      load: loads.get(id)?.length ?? 0,
    }));
  const runs = listRuns(db);
  const paperCount = countPapers(db);
  const { reviewsPerPaper } = defaultAssignmentSettings;
  // Room for a few to decline.
  const fairShare = Math.ceil((paperCount * reviewsPerPaper) / Math.max(1, reviewers.length));
  return {
    paperCount,
    reviewers,
    runs,
    settings: runs[0]?.settings ?? { ...defaultAssignmentSettings, maxLoad: Math.min(fairShare + 1, 500) },
    due: dueOf(db),
  };
}

/** A run with who got what and why. Refused: NOT_AN_ORGANIZER, RUN_NOT_FOUND. */
export function readRun(deps: ServiceDeps, venue: VenueId, id: number): AssignmentRunDetail {
  const { db } = deps.stores.open(venue);
  requireOrganizer(db, 'assign papers');
  const run = requireRun(db, id);
  const pairs = listRunPairs(db, id);
  const byPaper = groupBy(pairs, ({ paper }) => paper);
  const byPerson = groupBy(pairs, ({ person }) => person);
  const profiles = new Map(listProfiles(db).map((profile) => [profile.person, profile]));
  return {
    ...run,
    papers: listPaperHeads(db).map(({ number, title }) => {
      const mine = byPaper.get(number) ?? [];
      return {
        number,
        title,
        total: mine.reduce((sum, { score }) => sum + score, 0),
        pairs: mine.toSorted((a, b) => b.score - a.score),
      };
    }),
    reviewers: listPeople(db)
      .filter(({ id: person, roles }) => roles.includes('reviewer') || byPerson.has(person))
      .map((person) => {
        const profile = profiles.get(person.id);
        return {
          person: person.id,
          name: person.name,
          institution: profile?.institution || (institutionDomain(person.email) ?? ''),
          min: profile?.minLoad ?? run.settings.minLoad,
          max: profile?.maxLoad ?? run.settings.maxLoad,
          load: byPerson.get(person.id)?.length ?? 0,
        };
      }),
  };
}

/** A reviewer's place on a paper of a run. */
export interface PlaceInput extends Pair {
  readonly venue: VenueId;
  readonly run: number;
}

/** Who could take a reviewer's place, the cheapest first. Refused: RUN_NOT_FOUND, PAIR_NOT_ALLOWED. */
export function findReplacements(
  deps: ServiceDeps,
  { venue, run, paper, person }: PlaceInput,
  job: JobControl,
): readonly ReplacementOption[] {
  const { db } = deps.stores.open(venue);
  const { settings } = requireRun(db, run);
  const posed = poseProblem(deps, venue, settings, job);
  const chosen = requirePairs(posed, listRunPairs(db, run));
  const [place] = requirePairs(posed, [{ paper, person }]);
  const known = new Set(
    toBrokenRules(posed, findBreaches(posed.problem, chosen)).map(({ sentence }) => sentence),
  );
  job.progress('Comparing replacements', 0, 0);
  return listReplacements(posed.problem, chosen, place ?? -1, ruleWeights).map((option) => {
    const candidate = posed.inputs.candidates[option.reviewer]?.person;
    if (candidate === undefined) throw new Error('a replacement is nobody');
    return {
      person: candidate.id,
      name: candidate.name,
      exchange: option.exchange === null ? null : (posed.inputs.papers[option.exchange]?.number ?? null),
      gain: option.gain,
      broken: toBrokenRules(posed, option.breaches).filter(({ sentence }) => !known.has(sentence)),
      remove: option.remove.map((pair) => toPlainPair(posed, pair)),
      add: option.add.map((pair) => toPlainPair(posed, pair)),
    };
  });
}

/** A change by hand. */
export interface ChangeInput {
  readonly venue: VenueId;
  readonly run: number;
  readonly remove: readonly Pair[];
  readonly add: readonly Pair[];
}

/** Changes a run by hand into a new one, whatever rules that breaks. Refused: RUN_NOT_FOUND, PAIR_NOT_ALLOWED. */
export function changeRun(
  deps: ServiceDeps,
  { venue, run, remove, add }: ChangeInput,
  job: JobControl,
): AssignmentRun {
  const { db } = deps.stores.open(venue);
  const { settings } = requireRun(db, run);
  const posed = poseProblem(deps, venue, settings, job);
  const chosen = requirePairs(posed, listRunPairs(db, run));
  const change = { remove: [...requirePairs(posed, remove)], add: [...requirePairs(posed, add)] };
  const after = changeByHand(posed.problem, chosen, change, ruleWeights);
  return rememberRun(deps, posed, {
    ...after,
    kind: 'change',
    parent: run,
    method: 'hand',
    removed: remove,
    added: add,
  });
}

/**
 * From now on a run is what stands; chairs stay as they are. Refused: NOT_AN_ORGANIZER, RUN_NOT_FOUND, PAIR_NOT_ALLOWED
 * where a reviewer has declined or declared a conflict since.
 */
export function acceptRun(deps: ServiceDeps, venue: VenueId, id: number, due: DayDate | null): void {
  const { db } = deps.stores.open(venue);
  requireOrganizer(db, 'assign papers');
  requireRun(db, id);
  const pairs: readonly Pair[] = listRunPairs(db, id);
  requireWilling(db, pairs);
  transact(db, () => {
    const assignments = pairs.map(({ paper, person }) => ({ paper, person, due }));
    replaceReviewerAssignments(db, assignments, getNewestAssertion(db));
    noteAccepted(db, id, nowInstant(deps.clock));
  });
}

function requireWilling(db: ReadDb, pairs: readonly Pair[]): void {
  const declined = declinedPairs(db);
  const lost = pairs.find(({ paper, person }) => declined.has(keyOf(paper, person)));
  if (lost === undefined) return;
  const name = listPeople(db).find(({ id }) => id === lost.person)?.name ?? 'A reviewer';
  throw new AppError(
    'PAIR_NOT_ALLOWED',
    `${name} has said since then not to review paper ${lost.paper}. Assign or repair again, and accept what that finds.`,
  );
}

function requireRun(db: ReadDb, id: number): AssignmentRun {
  const run = getRun(db, id);
  if (run === undefined) {
    throw new AppError('RUN_NOT_FOUND', `There is no assignment ${id} any more. Look for one anew.`);
  }
  return run;
}

/** When most reviews are due, or when the venue says. */
function dueOf(db: ReadDb): string | null {
  const known = listAssignments(db).flatMap(({ due }) => due ?? []);
  const [most] = [...groupBy(known, (due) => due)].toSorted((a, b) => b[1].length - a[1].length);
  const announced = getVenue(db).dates.find(({ id }) => id === 'reviews')?.date;
  return most?.[0] ?? dayDateSchema.safeParse(announced).data ?? null;
}
