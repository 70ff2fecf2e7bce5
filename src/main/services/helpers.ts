import type { Help } from '@shared/contract/help';
import { AppError } from '@shared/contract/errors';
import type { PersonId, Sha256 } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import type { Instant } from '@shared/model/time';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { transact, type ReadDb, type WriteDb } from '../store/database';
import { getDraft, saveCredit } from '../store/drafts';
import { listHelpersOn, listHelpOf, type Helper } from '../store/helpers';
import { getPerson } from '../store/people';
import { hasProposal, listProposals, saveProposal } from '../store/proposals';
import { getVenue } from '../store/venues';
import { nowInstant, type ServiceDeps } from './deps';
import { standingRevisions } from './histories';
import { wordsSentence, worstOutcome } from './import-words';
import type { Merged } from './intake';
import type { ReviewWork } from './review-work';
import { openMine, type PaperInput } from './save-draft';

/**
 * Who made a review bundle, when it is somebody whom I asked to help and whom the venue does not know; null when it is not.
 */
export function helperOf(db: ReadDb, { header }: VerifiedBundle): Person | null {
  const { person } = header.author;
  const [first] = listHelpOf(db, person);
  if (first === undefined || getPerson(db, person) !== undefined) return null;
  const { name, email, invitationKey } = first;
  return { id: person, name, email, roles: ['reviewer'], invitationKey };
}

/** Whether all that a helper sent on papers that I handed to them is here. */
export function areProposalsHere(db: ReadDb, work: ReviewWork): boolean {
  return proposalsOf(db, work).every(({ history }) => hasProposal(db, history.at(-1) as Sha256));
}

/** Takes in the reviews of somebody who helps me: beside my own, never among those of the venue. */
export function mergeProposals(db: WriteDb, work: ReviewWork, now: Instant): Merged {
  const { author } = work;
  const reviews = proposalsOf(db, work);
  const outcomes = reviews.map(({ history, latest }) => {
    const hash = history.at(-1) as Sha256;
    const hadSome = listProposals(db, latest.paper, author.id).length > 0;
    if (!saveProposal(db, { hash, history, revision: latest, receivedAt: now })) return 'already' as const;
    return hadSome ? ('updated' as const) : ('added' as const);
  });
  // What a helper says of being asked is for whoever reads the report: the paper stays mine to review.
  const told = work.responses.length === 0 ? '' : wordsSentence(false, author, work.responses);
  const papers = reviews.map(({ latest }) => `#${latest.paper}`).join(', ');
  return {
    outcome: worstOutcome(outcomes),
    isLate: false,
    sentence:
      reviews.length === 0
        ? `${told === '' ? `${author.name} reviewed no paper that you handed to them.` : told} Nothing was added.`
        : `${author.name} (your sub-reviewer) sent a review of ${papers}. It stands beside your form as a proposal.`,
  };
}

/** Whom I asked to help with a paper, and what they sent, as it stands. Refused: PAPER_NOT_FOUND. */
export function readHelp(deps: ServiceDeps, input: PaperInput): Help {
  const { db, key } = openMine(deps, input);
  const { policy } = getVenue(db);
  const credited = getDraft(db, key.review)?.helpedBy ?? [];
  return {
    isAllowed: policy.subReviewers ?? null,
    helpers: listHelpersOn(db, input.paper).map((helper) => toContract(db, helper, credited)),
  };
}

function toContract(
  db: ReadDb,
  { person, paper, name, email, handedAt }: Helper,
  credited: readonly string[],
): Help['helpers'][number] {
  return {
    person,
    name,
    email,
    handedAt,
    isCredited: credited.includes(name),
    proposals: standingRevisions(listProposals(db, paper, person)).map(({ hash, revision, receivedAt }) => ({
      hash,
      answers: revision.answers,
      isReady: revision.state === 'ready',
      writtenAt: revision.writtenAt,
      receivedAt,
    })),
  };
}

/** Credits a helper of mine in my review, or no longer. Refused: PAPER_NOT_FOUND, HELPER_NOT_FOUND. */
export function creditHelper(
  deps: ServiceDeps,
  input: PaperInput & { readonly person: PersonId; readonly isCredited: boolean },
): null {
  const { db, key } = openMine(deps, input);
  const helper = listHelpersOn(db, input.paper).find(({ person }) => person === input.person);
  if (helper === undefined) {
    throw new AppError(
      'HELPER_NOT_FOUND',
      `You did not ask this person for help with paper ${input.paper}. Nothing was changed.`,
    );
  }
  transact(db, () => {
    saveCredit(db, key, helper.name, input.isCredited, nowInstant(deps.clock));
  });
  return null;
}

/** Only what I asked for: a helper's review of another paper is nobody's here. */
function proposalsOf(db: ReadDb, { author, reviews }: ReviewWork): ReviewWork['reviews'] {
  const asked = new Set(listHelpOf(db, author.id).map(({ paper }) => paper));
  return reviews.filter(({ latest }) => asked.has(latest.paper));
}
