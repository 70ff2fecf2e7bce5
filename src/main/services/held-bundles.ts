import { rmSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import type { HeldBundle, ImportRow } from '@shared/contract/bundle';
import type { BundleId, PaperNumber, VenueId } from '@shared/model/ids';
import { withBundle } from '../bundle/verify-bundle';
import { getBundleState, listHeldBundles, saveBundleState } from '../store/bundles-in';
import { transact } from '../store/database';
import { getPerson } from '../store/people';
import { listKeys } from '../store/signing-keys';
import type { Store } from '../store/stores';
import type { ServiceDeps } from './deps';
import { heldPath, importAccepted } from './import-reviews';
import { readReviews } from './review-content';

/** A held bundle of a venue. */
export interface HeldInput {
  readonly venue: VenueId;
  readonly bundle: BundleId;
}

/** Bundles that wait for a person's word on their signer, oldest first. */
export function listHeld(deps: ServiceDeps, input: { readonly venue: VenueId }): readonly HeldBundle[] {
  const store = deps.stores.open(input.venue);
  return listHeldBundles(store.db).map((held) => ({
    bundle: held.id,
    fileName: held.fileName,
    author: getPerson(store.db, held.author)?.name ?? held.author,
    fingerprint: held.fingerprint,
    standing: listKeys(store.db, held.author).length > 0 ? 'changed' : 'unknown',
    papers: papersOf(heldPath(store.folder, held.id)),
    receivedAt: held.receivedAt,
  }));
}

/** Accepts the signer of a held bundle as its author's key; imports it and what else they signed with it. */
export function acceptHeld(deps: ServiceDeps, input: HeldInput): ImportRow {
  const store = requireHeld(deps, input);
  const row = importHeld(deps, store, input.bundle);
  // The person has spoken on this author's key: their other bundles that wait for the same word come in too.
  const accepted = listHeldBundles(store.db).filter(({ author, fingerprint }) =>
    listKeys(store.db, author).includes(fingerprint),
  );
  for (const { id } of accepted) importHeld(deps, store, id);
  return row;
}

function importHeld(deps: ServiceDeps, store: Store, id: BundleId): ImportRow {
  const path = heldPath(store.folder, id);
  const row = withBundle(path, (bundle) => {
    if (bundle.header.id === id) return importAccepted(deps, bundle);
    throw new AppError(
      'FILE_NOT_FOUND',
      'The held file is not the one that came in. Refuse it and import again.',
    );
  });
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

/** What a held file is about; nothing when it cannot be read any more, so that it can still be refused. */
function papersOf(path: string): readonly PaperNumber[] {
  try {
    return withBundle(path, (bundle) => readReviews(bundle).map(({ latest }) => latest.paper));
  } catch {
    return [];
  }
}
