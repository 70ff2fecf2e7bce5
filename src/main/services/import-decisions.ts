import type { CarriedDecision } from '@shared/model/decision';
import type { Sha256 } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { AppError } from '@shared/contract/errors';
import { standingChains } from '@shared/rules/merge';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import type { ReadDb, WriteDb } from '../store/database';
import { listDecisionRevisionsOn, saveDecisionRevision } from '../store/decisions';
import { hasPaper } from '../store/papers';
import { getPerson } from '../store/people';
import { worstOutcome } from './import-words';
import type { Intake, Merged } from './intake';
import type { Content } from './intake-content';
import { readDecisions } from './judgement-content';
import { requireJudge } from './senders';

interface DecisionWork extends Content {
  /** Decisions on papers that this store has. */
  readonly decisions: readonly CarriedDecision[];
  readonly otherCount: number;
}

/** Decision bundles: what the organizers decided, for chairs and other organizers. */
export const decisionIntake: Intake<DecisionWork> = {
  read(db: ReadDb, bundle: VerifiedBundle): DecisionWork {
    const author = requireJudge(db, bundle, 'decisions', ['organizer']);
    const all = readDecisions(bundle);
    const decisions = all.filter(({ latest }) => hasPaper(db, latest.paper));
    const stranger = all.find(({ latest }) => !isOrganizer(db, latest.organizer));
    if (stranger !== undefined) {
      throw new AppError(
        'BUNDLE_INVALID',
        `${bundle.fileName} holds a decision by somebody who is no organizer of this venue. Nothing was imported; ask who sent it.`,
        `paper ${stranger.latest.paper}, person ${stranger.latest.organizer}`,
      );
    }
    return {
      author,
      decisions,
      papers: decisions.map(({ latest }) => latest.paper),
      otherCount: all.length - decisions.length,
    };
  },
  alreadySentence: () => null,
  merge: mergeDecisions,
};

function isOrganizer(db: ReadDb, person: CarriedDecision['latest']['organizer']): boolean {
  return getPerson(db, person)?.roles.includes('organizer') === true;
}

function mergeDecisions(db: WriteDb, bundle: VerifiedBundle, work: DecisionWork, now: Instant): Merged {
  const outcomes = work.decisions.map(({ history, latest }) => {
    const hash = history.at(-1) as Sha256;
    const isNew = saveDecisionRevision(db, { hash, history, revision: latest, receivedAt: now });
    if (!isNew) return 'already';
    const chains = listDecisionRevisionsOn(db, latest.paper).map((stored) => stored.history);
    const standing = standingChains(chains);
    if (standing.length > 1) return 'conflict';
    if (standing[0]?.at(-1) !== hash) return 'older';
    return chains.length === 1 ? 'added' : 'updated';
  });
  const outcome = worstOutcome(outcomes);
  const newCount = outcomes.filter((one) => one !== 'already' && one !== 'older').length;
  const rest =
    work.otherCount === 0 ? '' : ` ${work.otherCount} on papers that are not on this computer were left out.`;
  const sentence =
    newCount === 0
      ? `${work.author.name}: the decisions in ${bundle.fileName} are here already. Nothing changed.${rest}`
      : `${work.author.name}: ${newCount} ${newCount === 1 ? 'decision' : 'decisions'} new or changed.${
          outcome === 'conflict' ? ' Organizers disagree on a paper: both decisions are kept.' : ''
        }${rest}`;
  return { outcome, sentence, isLate: false };
}
