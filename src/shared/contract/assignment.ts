import { z } from 'zod';
import {
  fileTokenSchema,
  paperNumberSchema,
  personIdSchema,
  venueIdSchema,
  type JobId,
  type PaperNumber,
  type PersonId,
} from '../model/ids';
import { dayDateSchema, type Instant } from '../model/time';
import { route } from './define';

/** One person on one paper. */
const pairSchema = z.strictObject({ paper: paperNumberSchema, person: personIdSchema });
export type Pair = z.infer<typeof pairSchema>;

const weight = z.number().int().min(0).max(100);
const load = z.number().int().min(0).max(500);

/** What an assignment is to go by: everything that it follows from, besides papers, people and bids. */
const assignmentSettingsSchema = z
  .strictObject({
    /** How much each term of a score weighs. */
    weights: z.strictObject({ topics: weight, text: weight, bid: weight }),
    reviewsPerPaper: z.number().int().min(1).max(20),
    /** For reviewers whose table says nothing else. */
    minLoad: load,
    maxLoad: load,
    /** No two reviewers of a paper are of one institution. */
    isOneOfInstitution: z.boolean(),
    /** Nobody reviews papers of their own institution. */
    isSameInstitutionConflict: z.boolean(),
    expertsAtLeast: z.number().int().min(0).max(5),
    /** How many reviewers of a paper may be far from its subject; null for any number. */
    distantAtMost: z.number().int().min(0).max(20).nullable(),
    forced: z.array(pairSchema).max(20_000),
    forbidden: z.array(pairSchema).max(200_000),
    /** Millionths that each paper's sum of scores must reach; null for none. */
    floor: z.number().int().nullable(),
    /** Decides between equals; the same seed gives the same assignment. */
    seed: z.number().int().min(0).max(2_147_483_647),
  })
  .refine(({ weights }) => weights.topics + weights.text + weights.bid > 0, { message: 'every weight is 0' })
  .refine(({ minLoad, maxLoad }) => minLoad <= maxLoad, { message: 'the least load is above the most' });
export type AssignmentSettings = z.infer<typeof assignmentSettingsSchema>;

/** What suits a workshop; loads are fitted to its size. */
export const defaultAssignmentSettings: AssignmentSettings = {
  weights: { topics: 40, text: 40, bid: 20 },
  reviewsPerPaper: 3,
  minLoad: 0,
  maxLoad: 6,
  isOneOfInstitution: true,
  isSameInstitutionConflict: true,
  expertsAtLeast: 0,
  distantAtMost: null,
  forced: [],
  forbidden: [],
  floor: null,
  seed: 1,
};

/** A rule that may have to give way. */
export type AssignmentRule =
  'reviews' | 'min-load' | 'max-load' | 'institution' | 'expert' | 'distant' | 'forced';

/** A rule that an assignment breaks, in words. */
export interface BrokenRule {
  readonly rule: AssignmentRule;
  readonly paper: PaperNumber | null;
  readonly person: PersonId | null;
  readonly sentence: string;
}

/** The terms of a score, millionths; null where nothing is known. */
export interface ScoreTerms {
  readonly topics: number | null;
  readonly text: number | null;
  readonly bid: number | null;
}

/** One reviewer of one paper, and why. */
export interface AssignedPair {
  readonly paper: PaperNumber;
  readonly person: PersonId;
  /** Millionths. */
  readonly score: number;
  readonly terms: ScoreTerms;
  readonly level: 'expert' | 'familiar' | 'distant';
}

/** An assignment that was found, as it is remembered. It stands once it is accepted. */
export interface AssignmentRun {
  readonly id: number;
  readonly kind: 'run' | 'fairness' | 'repair' | 'change';
  /** The run that it repairs or changes. */
  readonly parent: number | null;
  readonly madeAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly settings: AssignmentSettings;
  /** SHA-256 of everything that the assignment followed from: papers, people, topics, bids, limits, weights and rules. */
  readonly inputsSha256: string;
  /** What proved that there is none better: a flow, HiGHS; or a hand that changed it. */
  readonly method: 'flow' | 'highs' | 'hand';
  readonly paperCount: number;
  readonly reviewerCount: number;
  /** Pairs that were possible. */
  readonly pairCount: number;
  /** Whether every possible pair was looked at; for very large venues only the best of each paper and reviewer are. */
  readonly isEveryPair: boolean;
  /** Papers whose full text was compared; of the others, title, abstract and keywords. */
  readonly fullTextCount: number;
  /** Millionths: the sum of all scores, and the least sum of a paper. */
  readonly total: number;
  readonly worst: number;
  /** Empty when every rule is kept; else the smallest set of rules that have to give way. */
  readonly broken: readonly BrokenRule[];
  /** Pairs beyond those that were lost that a repair or a change took away, and those that it added. */
  readonly removed: readonly Pair[];
  readonly added: readonly Pair[];
}

/** A run with who got what and why. */
export interface AssignmentRunDetail extends AssignmentRun {
  readonly papers: readonly {
    readonly number: PaperNumber;
    readonly title: string;
    readonly total: number;
    readonly pairs: readonly AssignedPair[];
  }[];
  readonly reviewers: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly institution: string;
    readonly min: number;
    readonly max: number;
    readonly load: number;
  }[];
}

/** Where assigning stands at a venue. */
export interface AssignmentDesk {
  readonly paperCount: number;
  readonly reviewers: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly hasTopics: boolean;
    readonly hasExpertise: boolean;
    readonly bids: number;
    /** Papers that stand assigned to them now. */
    readonly load: number;
  }[];
  /** The last run's, or what suits the venue's size. */
  readonly settings: AssignmentSettings;
  /** The newest first. */
  readonly runs: readonly AssignmentRun[];
  /** When reviews are due, as far as it is known. */
  readonly due: string | null;
}

/** What came in from tables about reviewers. */
export interface ReviewersImported {
  readonly reviewerCount: number;
  readonly newReviewerCount: number;
  readonly bidCount: number;
}

/** Total against the worst paper: each point is a run. */
export interface FairnessCurve {
  readonly points: readonly { readonly run: number; readonly total: number; readonly worst: number }[];
  /** Millionths: no assignment gives each paper this much. Null where rules had to give way: then there is no curve. */
  readonly outOfReach: number | null;
}

/** Somebody who could take a reviewer's place on a paper. */
export interface ReplacementOption {
  readonly person: PersonId;
  readonly name: string;
  /** The paper that the one who makes room takes over in exchange. */
  readonly exchange: PaperNumber | null;
  /** How the total changes, millionths. */
  readonly gain: number;
  /** Rules that would be broken and are not now. */
  readonly broken: readonly BrokenRule[];
  readonly remove: readonly Pair[];
  readonly add: readonly Pair[];
}

const venue = { venue: venueIdSchema };
const runId = z.number().int().min(1);

export const assignmentRoutes = {
  'assignment.getDesk': route<AssignmentDesk>()(z.strictObject(venue)),
  /**
   * Takes in what reviewers know, want and can take on (CSV), and their bids (CSV); people who are new become reviewers. All
   * or nothing: every problem of both is named. Job: `import-reviewers`.
   */
  'assignment.importTables': route<JobId>()(
    z.strictObject({
      ...venue,
      reviewersTable: fileTokenSchema.nullable(),
      bidsTable: fileTokenSchema.nullable(),
    }),
  ),
  /** Finds the assignment of the largest total and remembers it. Nothing stands yet. Job: `assign-reviewers`. */
  'assignment.run': route<JobId>()(z.strictObject({ ...venue, settings: assignmentSettingsSchema })),
  'assignment.getRun': route<AssignmentRunDetail>()(z.strictObject({ ...venue, run: runId })),
  /** Traces total against the worst paper in so many steps. Job: `trace-fairness`. */
  'assignment.trace': route<JobId>()(
    z.strictObject({
      ...venue,
      settings: assignmentSettingsSchema,
      steps: z.number().int().min(1).max(30),
    }),
  ),
  /**
   * Repairs what stands with the fewest changes: pairs that were declined, people who are gone. Reviews that are here stay.
   * Job: `repair-assignment`.
   */
  'assignment.repair': route<JobId>()(
    z.strictObject({
      ...venue,
      settings: assignmentSettingsSchema,
      declined: z.array(pairSchema).max(20_000),
      gone: z.array(personIdSchema).max(20_000),
    }),
  ),
  /** Who could take a reviewer's place, the cheapest first. Job: `list-replacements`. */
  'assignment.listReplacements': route<JobId>()(
    z.strictObject({ ...venue, run: runId, ...pairSchema.shape }),
  ),
  /** Changes a run by hand, whatever it costs, into a new run. Job: `change-assignment`. */
  'assignment.change': route<JobId>()(
    z.strictObject({
      ...venue,
      run: runId,
      remove: z.array(pairSchema).max(1000),
      add: z.array(pairSchema).max(1000),
    }),
  ),
  /** From now on a run is what stands; chairs stay as they are. Assignment bundles written from now on say so. */
  'assignment.accept': route<null>()(z.strictObject({ ...venue, run: runId, due: dayDateSchema.nullable() })),
};
