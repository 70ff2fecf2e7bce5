import { AppError } from '@shared/contract/errors';
import type { ImportRow } from '@shared/contract/bundle';
import type { BundleKind } from '@shared/model/bundle';
import type { Instant } from '@shared/model/time';
import { openBundleBytes, type VerifiedBundle } from '../bundle/verify-bundle';
import type { JobControl, ServiceDeps } from './deps';
import { consolidationIntake } from './import-consolidation';
import { decisionIntake } from './import-decisions';
import { reviewIntake } from './import-reviews';
import { admitAccepted, admitBundle, mergeNested, type Intake } from './intake';
import type { Content } from './intake-content';
import type { ReadDb, WriteDb } from '../store/database';
import { getReceived, listReceived } from '../store/received';

/** Kinds of bundles that carry people's judgements. Assignments set a store up and come in another way. */
export type JudgementKind = Exclude<BundleKind, 'assignment'>;

/** Takes a bundle of judgements in as far as its signer is to be believed (see `admitBundle`). */
export function admitJudgements(deps: ServiceDeps, bundle: VerifiedBundle, job: JobControl): ImportRow {
  switch (kindOf(bundle)) {
    case 'review':
      return admitBundle(deps, reviewIntake, bundle, job);
    case 'consolidation':
      return admitBundle(deps, consolidationIntake, bundle, job);
    case 'decision':
      return admitBundle(deps, decisionIntake, bundle, job);
  }
}

/** Takes in a held bundle whose signer a person has just accepted. */
export function admitHeld(deps: ServiceDeps, bundle: VerifiedBundle): ImportRow {
  switch (kindOf(bundle)) {
    case 'review':
      return admitAccepted(deps, reviewIntake, bundle);
    case 'consolidation':
      return admitAccepted(deps, consolidationIntake, bundle);
    case 'decision':
      return admitAccepted(deps, decisionIntake, bundle);
  }
}

/**
 * Looks again at every bundle that came in before, imported or held: what was left out because its paper or person was not here comes
 * in now, as if it had come after them. To be called in a transaction.
 */
export function readmitReceived(db: WriteDb, now: Instant): void {
  for (const { id, fileName } of listReceived(db)) {
    const bundle = openBundleBytes(getReceived(db, id) ?? Buffer.alloc(0), fileName);
    try {
      readmit(db, bundle, now);
    } catch (error) {
      // It still waits: for its papers, its author, or a person's word.
      if (!(error instanceof AppError)) throw error;
    } finally {
      bundle.close();
    }
  }
}

function readmit(db: WriteDb, bundle: VerifiedBundle, now: Instant): void {
  switch (kindOf(bundle)) {
    case 'review':
      mergeNested(db, reviewIntake, bundle, now);
      return;
    case 'consolidation':
      mergeNested(db, consolidationIntake, bundle, now);
      return;
    case 'decision':
      mergeNested(db, decisionIntake, bundle, now);
  }
}

/** What a bundle of judgements holds for a store. Refused as importing it would be; changes nothing. */
export function readJudgements(db: ReadDb, bundle: VerifiedBundle): Content {
  const intakes: Readonly<Record<JudgementKind, Pick<Intake<Content>, 'read'>>> = {
    review: reviewIntake,
    consolidation: consolidationIntake,
    decision: decisionIntake,
  };
  return intakes[kindOf(bundle)].read(db, bundle);
}

function kindOf({ header }: VerifiedBundle): JudgementKind {
  if (header.kind === 'assignment') throw new Error('an assignment holds no judgements');
  return header.kind;
}
