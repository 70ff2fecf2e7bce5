import { join } from 'node:path';
import fc from 'fast-check';
import type { Assignment } from '@shared/model/assignment';
import type { DecisionContent } from '@shared/model/decision';
import type { FieldId, PaperNumber } from '@shared/model/ids';
import { generateIdentity } from '@main/bundle/keys';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { saveDecision } from '@main/services/decisions';
import { quiet } from '@main/services/deps';
import { exportAssignments } from '@main/services/export-assignments';
import { exportConsolidation } from '@main/services/export-consolidation';
import { exportDecisions } from '@main/services/export-decisions';
import { personIdOf } from '@main/services/identifiers';
import { openPaper } from '@main/services/library';
import { saveMetaReview } from '@main/services/meta-reviews';
import { refusePaper, takePaperBack } from '@main/services/paper-acts';
import { settleReview } from '@main/services/settle-review';
import { takeVersion } from '@main/services/take-version';
import { OWN_ASSERTION } from '@main/store/assertion';
import { listAssignments, saveAssignments } from '@main/store/assignments';
import { transact } from '@main/store/database';
import { getVenue, saveVenue } from '@main/store/venues';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
  type Machine,
} from './machine';
import { people } from './venue-files';

/** Something that somebody does. The numbers choose whom, which paper, what. */
export interface Step {
  readonly act:
    | 'edit'
    | 'complete'
    | 'export'
    | 'carry'
    | 'take'
    | 'refuse'
    | 'receive'
    | 'settle'
    | 'meta'
    | 'consolidate'
    | 'withdraw'
    | 'change-form'
    | 'decide';
  readonly who: number;
  readonly paper: number;
  readonly value: number;
}

/** Random histories: what several people do on several computers, in an order that no one of them sees. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom<Step['act']>(
      ...([
        'edit',
        'edit',
        'complete',
        'complete',
        'export',
        'export',
        'export',
        'carry',
        'take',
        'refuse',
      ] as const),
      ...([
        'receive',
        'receive',
        'settle',
        'meta',
        'consolidate',
        'withdraw',
        'change-form',
        'decide',
      ] as const),
    ),
    who: fc.nat({ max: 11 }),
    paper: fc.nat({ max: 11 }),
    value: fc.nat({ max: 99 }),
  }),
  { minLength: 25, maxLength: 45 },
);

/** Every bundle that a history left behind, and the one that opens a chair's store. */
export interface Played {
  /** Assignment bundles of the second chair, oldest first. */
  readonly assignments: readonly string[];
  /** Reviews, consolidations and decisions. */
  readonly judgements: readonly string[];
}

/** Plays a history and answers the bundles it leaves. Kai, the second chair, sees none of it until then. */
export function playHistory(steps: readonly Step[]): Played {
  const { machine: organizer, bundles } = makeOrganizer({ secondChair: true });
  const pathFor = (name: string): string => bundles.find(({ person }) => person === name)?.path as string;
  const ada = generateIdentity();
  const [laptop, desktop, bo, noor] = [
    makeMachine(undefined, ada),
    makeMachine(undefined, ada),
    makeMachine(),
    makeMachine(),
  ];
  for (const machine of [laptop, desktop]) importAll(machine, pathFor('Ada Lindqvist'));
  importAll(bo, pathFor('Bo Nakamura'));
  importAll(noor, pathFor('Noor Haddad'));
  const writers = [laptop, desktop, bo];
  const papersOf = (machine: Machine): readonly number[] => (machine === bo ? [7, 12, 31] : [7, 12]);
  const assignments = [pathFor('Kai Moreau')];
  const reviews: string[] = [];
  const judgements: string[] = [];
  let clock = Date.parse('2026-05-10T09:00:00Z');
  const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

  const play = ({ act, who, paper, value }: Step, index: number): void => {
    const writer = at(writers, who);
    const number = at(papersOf(writer), paper) as PaperNumber;
    const out = (machine: Machine): string => join(machine.folder, `${index}.referee`);
    switch (act) {
      case 'edit':
        answer(writer, number, 'summary', { kind: 'text', text: `word ${value}` });
        return;
      case 'complete':
        completeReview(writer, number, (value % 6) + 1, `note ${value}`);
        return;
      case 'export': {
        const { path } = exportTo(writer, out(writer), papersOf(writer), true);
        reviews.push(path);
        judgements.push(path);
        return;
      }
      case 'carry':
        if (reviews.length > 0) importAll(at([laptop, desktop], who), at(reviews, value));
        return;
      case 'take': {
        const other = openPaper(writer.deps, { venue: SIM2SCIENCE, paper: number }).otherVersions[0];
        if (other === undefined) return;
        const take = value % 2 === 0 ? 'mine' : 'theirs';
        takeVersion(writer.deps, { venue: SIM2SCIENCE, paper: number, version: other.hash, take });
        return;
      }
      case 'refuse': {
        const input = { venue: SIM2SCIENCE, paper: number };
        if (value % 3 === 0) takePaperBack(writer.deps, input);
        else
          refusePaper(writer.deps, { ...input, statement: { kind: 'declined', reason: `reason ${value}` } });
        return;
      }
      case 'receive':
        if (judgements.length > 0) importAll(at([noor, organizer], who), at(judgements, value));
        return;
      case 'settle': {
        const judge = at([noor, organizer], who);
        const review = readConsolidatedPaper(judge.deps, { venue: SIM2SCIENCE, paper: number }).reviews.find(
          ({ versions }) => versions.length > 1,
        );
        if (review === undefined) return;
        const keep = at(review.versions, value).hash;
        settleReview(judge.deps, { venue: SIM2SCIENCE, paper: number, review: review.review, keep });
        return;
      }
      case 'meta':
        saveMetaReview(noor.deps, {
          venue: SIM2SCIENCE,
          paper: number,
          content: {
            text: `meta ${value}`,
            recommendation: at(['oral', 'poster', 'reject'] as FieldId[], value),
            confidence: (value % 5) + 1,
            needsDiscussion: value % 3 === 0,
          },
        });
        return;
      case 'consolidate': {
        const judge = at([noor, organizer], who);
        judgements.push(
          exportConsolidation(judge.deps, { venue: SIM2SCIENCE, isEncrypted: false, path: out(judge) }, quiet)
            .path,
        );
        return;
      }
      case 'withdraw':
        changeAssignments(organizer, { drop: value, hasNoDue: value % 2 === 1 });
        assignments.push(sendOut(organizer, 'Kai Moreau', index));
        return;
      case 'change-form':
        changeForm(organizer);
        assignments.push(sendOut(organizer, 'Kai Moreau', index));
        return;
      case 'decide': {
        const content: DecisionContent = {
          outcome: at(['oral', 'poster', 'reject'] as FieldId[], value),
          session: `Session ${value}`,
          note: '',
        };
        saveDecision(organizer.deps, { venue: SIM2SCIENCE, paper: number, content });
        judgements.push(
          exportDecisions(
            organizer.deps,
            { venue: SIM2SCIENCE, isEncrypted: false, path: out(organizer) },
            quiet,
          ).path,
        );
      }
    }
  };

  // Ada's two computers part at once, so that every history has something to settle.
  const parting: readonly Step[] = [0, 1].flatMap((who) => [
    { act: 'complete', who, paper: 0, value: who } as const,
    { act: 'export', who, paper: 0, value: 0 } as const,
  ]);
  [...parting, ...steps].forEach((step, index) => {
    clock += 60_000;
    for (const machine of [...writers, noor, organizer]) machine.setNow(new Date(clock).toISOString());
    try {
      play(step, index);
    } catch (error) {
      // What the application refuses (nothing to export yet, a review that lacks something) is part of life.
      if ((error as Error).name !== 'AppError') throw error;
    }
  });
  return { assignments, judgements };
}

/** What an organizer may change about who does what. */
export interface AssignmentChange {
  /** Takes this one of the reviewers' assignments away, counted round. */
  readonly drop?: number;
  /** Gives Noor this paper to chair. */
  readonly addChairOf?: number;
  readonly hasNoDue?: boolean;
}

/** Changes who does what in an organizer's store, as a new assignment by its organizer would. */
export function changeAssignments(
  organizer: Machine,
  { drop, addChairOf, hasNoDue = false }: AssignmentChange,
): void {
  const { db } = organizer.deps.stores.open(SIM2SCIENCE);
  const all = listAssignments(db);
  const reviewing = all.filter(({ role }) => role === 'reviewer');
  const gone = drop === undefined ? undefined : reviewing[drop % Math.max(1, reviewing.length)];
  const noor = personIdOf(SIM2SCIENCE, people.noor.email);
  const added: Assignment[] =
    addChairOf === undefined
      ? []
      : [{ paper: addChairOf as PaperNumber, person: noor, role: 'chair', due: null }];
  const left = [...all.filter((one) => one !== gone), ...added];
  transact(db, () => {
    db.exec('DELETE FROM assignments');
    saveAssignments(
      db,
      hasNoDue ? left.map((one) => ({ ...one, due: null })) : left,
      OWN_ASSERTION,
      OWN_ASSERTION,
    );
  });
}

function changeForm(organizer: Machine): void {
  const { db } = organizer.deps.stores.open(SIM2SCIENCE);
  const venue = getVenue(db);
  transact(db, () => {
    saveVenue(db, {
      ...venue,
      revision: venue.revision + 1,
      form: { ...venue.form, version: venue.form.version + 1 },
    });
  });
}

/** Writes all assignment bundles again and answers one person's. */
export function sendOut(organizer: Machine, name: string, index: number): string {
  const folder = join(organizer.folder, `out-${index}`);
  const bundle = exportAssignments(organizer.deps, { venue: SIM2SCIENCE, folder }, quiet).find(
    ({ person }) => person === name,
  );
  if (bundle === undefined) throw new Error(`${name} has no bundle`);
  return bundle.path;
}
