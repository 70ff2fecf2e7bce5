import { AppError } from '@shared/contract/errors';
import type { HeldBundle, ImportRow } from '@shared/contract/bundle';
import type { BundleId, VenueId } from '@shared/model/ids';
import { openBundleBytes, type VerifiedBundle } from '../bundle/verify-bundle';
import { getBundleState, listHeldBundles, saveBundleState } from '../store/bundles-in';
import { transact } from '../store/database';
import { getPerson } from '../store/people';
import { getReceived, removeReceived } from '../store/received';
import { listKeys } from '../store/signing-keys';
import type { Store } from '../store/stores';
import type { ServiceDeps } from './deps';
import { toReport } from './error-report';
import { admitHeld, readJudgements } from './intakes';

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
    kind: held.kind,
    ...lookInto(store, held.id),
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
  return withHeld(store, id, (bundle) => admitHeld(deps, bundle));
}

/** Opens a held bundle, verified again. Refused: FILE_NOT_FOUND when its bytes are not kept. */
function withHeld<T>(store: Store, id: BundleId, use: (bundle: VerifiedBundle) => T): T {
  const bytes = getReceived(store.db, id);
  const name = listHeldBundles(store.db).find((held) => held.id === id)?.fileName ?? id;
  if (bytes === undefined)
    throw new AppError(
      'FILE_NOT_FOUND',
      `${name} is not kept any more. Refuse it and import its file again.`,
    );
  const bundle = openBundleBytes(bytes, name);
  try {
    return use(bundle);
  } finally {
    bundle.close();
  }
}

/** Refuses a held bundle. The file that it came from is not touched. */
export function refuseHeld(deps: ServiceDeps, input: HeldInput): null {
  const store = requireHeld(deps, input);
  transact(store.db, () => {
    saveBundleState(store.db, input.bundle, 'refused');
    removeReceived(store.db, input.bundle);
  });
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

/** What a held bundle is about, and why a word on its signer alone would not bring it in; null when it would. */
function lookInto(store: Store, id: BundleId): Pick<HeldBundle, 'papers' | 'obstacle'> {
  try {
    return withHeld(store, id, (bundle) => ({
      papers: readJudgements(store.db, bundle).papers,
      obstacle: null,
    }));
  } catch (error) {
    return { papers: [], obstacle: toReport(error) };
  }
}
