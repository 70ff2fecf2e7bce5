import { AppError } from '@shared/contract/errors';
import type { DecisionRow, Decisions } from '@shared/contract/decision';
import type { DecisionContent } from '@shared/model/decision';
import type { VenueId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { decisionKindsOf } from '@shared/rules/decision-kinds';
import { transact } from '../store/database';
import { listDecisionDrafts, saveDecisionDraft } from '../store/decisions';
import { getPaper } from '../store/papers';
import { listPeople } from '../store/people';
import { getVenue } from '../store/venues';
import { readConsolidation } from './consolidation';
import { requireOrganizer } from './consolidator';
import { nowInstant, type ServiceDeps } from './deps';
import { listRecommendations } from './meta-reviews';
import { nameOf } from './received-reviews';
import type { PaperInput } from './save-draft';
import { listStandingDecisions, toStanding } from './standing-decisions';

const UNDECIDED: DecisionContent = { outcome: null, session: '', note: '' };

/** Every paper with what chairs recommend and organizers decided. Refused: NOT_AN_ORGANIZER. */
export function listDecisions(deps: ServiceDeps, input: { readonly venue: VenueId }): Decisions {
  const { db } = deps.stores.open(input.venue);
  requireOrganizer(db, 'decide');
  const people = new Map(listPeople(db).map((person) => [person.id, person]));
  const recommendations = listRecommendations(db);
  const drafts = new Map(listDecisionDrafts(db).map((draft) => [draft.paper, draft]));
  const standing = listStandingDecisions(db);
  const { venue, papers } = readConsolidation(deps, input);
  const rows = papers.map(({ number, title, overall, receivedCount, expectedCount }): DecisionRow => ({
    number,
    title,
    overall,
    receivedCount,
    expectedCount,
    recommendations: (recommendations.get(number) ?? []).map(({ chair, outcome }) => ({
      chairName: nameOf(people, chair),
      outcome,
    })),
    mine: drafts.get(number)?.content ?? UNDECIDED,
    savedAt: drafts.get(number)?.changedAt ?? null,
    standing: (standing.get(number) ?? []).map((decision) => toStanding(decision, people)),
  }));
  return { kinds: decisionKindsOf(venue), rows };
}

/** Saves the decision on a paper. Refused: NOT_AN_ORGANIZER, PAPER_NOT_FOUND, ANSWER_INVALID. */
export function saveDecision(
  deps: ServiceDeps,
  input: PaperInput & { readonly content: DecisionContent },
): { readonly savedAt: Instant } {
  const { db } = deps.stores.open(input.venue);
  requireOrganizer(db, 'decide');
  if (getPaper(db, input.paper) === undefined)
    throw new AppError('PAPER_NOT_FOUND', `There is no paper ${input.paper} in this venue.`);
  const venue = getVenue(db);
  const { outcome } = input.content;
  if (outcome !== null && !decisionKindsOf(venue).some(({ id }) => id === outcome)) {
    throw new AppError(
      'ANSWER_INVALID',
      `${outcome} is not an outcome of ${venue.shortName}. Nothing was changed.`,
    );
  }
  const savedAt = nowInstant(deps.clock);
  transact(db, () => {
    saveDecisionDraft(db, { paper: input.paper, content: input.content, changedAt: savedAt });
  });
  return { savedAt };
}
