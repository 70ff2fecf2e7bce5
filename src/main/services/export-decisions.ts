import { AppError } from '@shared/contract/errors';
import type { DecisionPreview } from '@shared/contract/decision';
import type { CarriedDecision, DecisionRevision } from '@shared/model/decision';
import type { VenueId } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { decisionPath } from '../bundle/payload';
import type { PayloadFile } from '../bundle/write-bundle';
import { transact, type WriteDb } from '../store/database';
import {
  listDecisionDrafts,
  listDecisionRevisionsOn,
  saveDecisionRevision,
  type DecisionDraft,
} from '../store/decisions';
import { countPapers } from '../store/papers';
import { listPeople } from '../store/people';
import { getVenue } from '../store/venues';
import { requireOrganizer } from './consolidator';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { sendJudgements, type JudgementExport, type JudgementOutcome } from './export-judgements';
import { judgementFileName } from './file-names';
import { hashOf, linkTo, standingRevisions } from './histories';
import { mayConsolidate } from './my-review';
import { recipientsOf } from './reply-keys';

/** What a decision bundle would hold. Refused: NOT_AN_ORGANIZER. */
export function previewDecisions(deps: ServiceDeps, input: { readonly venue: VenueId }): DecisionPreview {
  const { db } = deps.stores.open(input.venue);
  const me = requireOrganizer(db, 'decide');
  const decided = listDecisionDrafts(db).filter(({ content }) => content.outcome !== null);
  const readers = listPeople(db).filter((person) => person.id !== me.id && mayConsolidate(person));
  return {
    decidedCount: decided.length,
    undecidedCount: countPapers(db) - decided.length,
    recipients: readers.map(({ name }) => name),
    canEncrypt: recipientsOf(db, me.id, mayConsolidate).length > 0,
    suggestedName: judgementFileName(input.venue, 'decisions', me),
  };
}

/**
 * Writes one signed bundle of every decision that was made, for the chairs and other organizers. A decision that was taken
 * back travels too, so that it is taken back there.
 *
 * Refused: NOT_AN_ORGANIZER, NOTHING_TO_EXPORT, FILE_UNWRITABLE, DISK_FULL.
 */
export function exportDecisions(
  deps: ServiceDeps,
  input: JudgementExport,
  job: JobControl,
): JudgementOutcome {
  const { db } = deps.stores.open(input.venue);
  const me = requireOrganizer(db, 'decide');
  const carried = transact(db, () =>
    listDecisionDrafts(db).flatMap((draft) => carryDecision(deps, db, me, draft) ?? []),
  );
  if (carried.length === 0) {
    throw new AppError('NOTHING_TO_EXPORT', 'No paper is decided yet. Decide one, then export.');
  }
  const payload = new Map(
    carried.map(({ history, latest }): [string, PayloadFile] => [
      decisionPath(latest.paper),
      { bytes: toCanonicalBytes({ history, latest }) },
    ]),
  );
  const papers = carried.map(({ latest }) => latest.paper);
  return sendJudgements(deps, db, me, { kind: 'decision', papers, payload }, input, job);
}

/** A decision with its newest revision, made now when it says something new; null where nothing was ever decided. */
function carryDecision(
  deps: ServiceDeps,
  db: WriteDb,
  me: Person,
  { paper, content, changedAt }: DecisionDraft,
): CarriedDecision | null {
  const revisions = listDecisionRevisionsOn(db, paper);
  const bases = standingRevisions(revisions);
  const newest = bases[0];
  if (newest === undefined && content.outcome === null) return null;
  // What was said before, and what another organizer has replaced since, is not said anew.
  const isSaid = revisions.some(
    ({ revision }) =>
      revision.writtenAt === changedAt &&
      revision.organizer === me.id &&
      hashOf(revision.content) === hashOf(content),
  );
  const isSame = newest !== undefined && hashOf(newest.revision.content) === hashOf(content);
  if (bases.length === 1 && newest !== undefined && (isSame || isSaid)) {
    return { history: [...newest.history], latest: newest.revision };
  }
  const { historyWith, ...links } = linkTo(bases);
  const latest: DecisionRevision = {
    paper,
    organizer: me.id,
    venueRevision: getVenue(db).revision,
    ...links,
    writtenAt: changedAt,
    content,
  };
  const hash = hashOf(latest);
  const history = [...historyWith(hash)];
  saveDecisionRevision(db, { hash, history, revision: latest, receivedAt: nowInstant(deps.clock) });
  return { history, latest };
}
