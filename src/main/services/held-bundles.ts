import { rmSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import type { HeldBundle, ImportRow } from '@shared/contract/bundle';
import type { BundleId, PaperNumber, VenueId } from '@shared/model/ids';
import { carriedReviewSchema } from '@shared/model/review';
import { parseCanonical } from '../bundle/canonical-json';
import { HEADER_PATH } from '../bundle/payload';
import { withBundle, type VerifiedBundle } from '../bundle/verify-bundle';
import { getBundleState, listHeldBundles, saveBundleState } from '../store/bundles-in';
import { transact } from '../store/database';
import { getPerson } from '../store/people';
import type { Store } from '../store/stores';
import type { ServiceDeps } from './deps';
import { standingOf } from './enrolment';
import { heldPath, importAccepted } from './import-reviews';

/** A held bundle of a venue. */
export interface HeldInput {
  readonly venue: VenueId;
  readonly bundle: BundleId;
}

/** Bundles that wait for a person's word on their signer, oldest first. */
export function listHeld(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly HeldBundle[] {
  const store = deps.stores.open(input.venue);
  return listHeldBundles(store.db).map((held) =>
    withBundle(heldPath(store.folder, held.id), (bundle) => ({
      bundle: held.id,
      fileName: held.fileName,
      author: getPerson(store.db, held.author)?.name ?? held.author,
      fingerprint: held.fingerprint,
      standing: standingOf(store.db, bundle.header),
      papers: papersOf(bundle),
      receivedAt: held.receivedAt,
    })),
  );
}

/** Accepts the signer of a held bundle as its author's key and imports the bundle. */
export function acceptHeld(deps: ServiceDeps, input: HeldInput): ImportRow {
  const store = requireHeld(deps, input);
  const path = heldPath(store.folder, input.bundle);
  const row = withBundle(path, (bundle) => importAccepted(deps, bundle));
  rmSync(path, { force: true });
  return row;
}

/** Refuses a held bundle. The file that it came from is not touched. */
export function refuseHeld(deps: ServiceDeps, input: HeldInput): null {
  const store = requireHeld(deps, input);
  transact(store.db, () => {
    saveBundleState(store.db, input.bundle, 'refused');
  });
  rmSync(heldPath(store.folder, input.bundle), { force: true });
  return null;
}

function requireHeld(deps: ServiceDeps, input: HeldInput): Store {
  const store = deps.stores.open(input.venue);
  if (getBundleState(store.db, input.bundle) !== 'held') {
    throw new AppError(
      'FILE_NOT_FOUND',
      'This bundle is not held any more. Import its file again if you need it.',
    );
  }
  return store;
}

function papersOf(bundle: VerifiedBundle): PaperNumber[] {
  return [...bundle.manifest.keys()]
    .filter((path) => path !== HEADER_PATH)
    .map((path) => parseCanonical(bundle.read(path), carriedReviewSchema, path).latest.paper)
    .toSorted((a, b) => a - b);
}
