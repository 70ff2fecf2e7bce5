import { create } from 'zustand';
import type { ChosenFile } from '@shared/contract/file';
import type { VenueId } from '@shared/model/ids';
import { request } from '@renderer/bridge/client';

/** What the opening sheet is doing. */
export type ImportStep =
  | { readonly kind: 'closed' }
  /** One bundle: look at it first, then bring it in. */
  | { readonly kind: 'one'; readonly file: ChosenFile; readonly venue: VenueId | null }
  /** Several: straight to the report. */
  | { readonly kind: 'many'; readonly files: readonly ChosenFile[]; readonly venue: VenueId | null }
  | { readonly kind: 'sample' }
  /** Bundles that wait for their signer to be accepted or refused. */
  | { readonly kind: 'held'; readonly venue: VenueId };

interface ImportFlow {
  readonly step: ImportStep;
  /** Steps that came while another was on the sheet, oldest first. */
  readonly waiting: readonly ImportStep[];
}

/** View state of the opening sheet. */
export const useImportFlow = create<ImportFlow>(() => ({ step: { kind: 'closed' }, waiting: [] }));

function begin(step: ImportStep): void {
  useImportFlow.setState((flow) =>
    flow.step.kind === 'closed' ? { step } : { waiting: [...flow.waiting, step] },
  );
}

/**
 * Opens files that were chosen, dropped, or named on the command line.
 *
 * @param venue refuse review bundles of other venues; null takes any
 */
export function openBundleFiles(files: readonly ChosenFile[], venue: VenueId | null = null): void {
  const [first] = files;
  if (first === undefined) return;
  begin(files.length === 1 ? { kind: 'one', file: first, venue } : { kind: 'many', files, venue });
}

/**
 * Asks for bundles in the system's dialog, then opens them.
 *
 * @throws RequestError when the dialog cannot be shown
 */
export async function chooseBundles(venue: VenueId | null = null): Promise<void> {
  openBundleFiles(await request('file.choose', { purpose: 'open-bundles', suggestedName: null }), venue);
}

/** Opens the sample venue that ships with the application. */
export function openSample(): void {
  begin({ kind: 'sample' });
}

/** Shows the bundles of a venue that wait for a decision about their signer. */
export function showHeldBundles(venue: VenueId): void {
  begin({ kind: 'held', venue });
}

/** Closes the sheet, or goes on to what came meanwhile. */
export function closeImportSheet(): void {
  useImportFlow.setState(({ waiting: [next, ...rest] }) => ({
    step: next ?? { kind: 'closed' },
    waiting: rest,
  }));
}
