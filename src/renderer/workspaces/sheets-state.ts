import { create } from 'zustand';
import { toRequestError } from '@renderer/bridge/client';
import { chooseBundles, openBundleFiles, openSample } from '@renderer/features/bundle-import';
import { toast } from '@renderer/ui/toasts';
import type { ChosenFile } from '@shared/contract/file';
import type { FieldId, VenueId } from '@shared/model/ids';

/** A sheet over the desk, besides the one through which bundles come in. */
export type SheetName =
  | 'export'
  | 'settings'
  | 'consolidation'
  | 'decisions'
  | 'people'
  | 'search'
  | 'scores'
  | 'reminders'
  | 'charts'
  | 'imports'
  | 'copies'
  | 'receipt'
  | 'form-out'
  | 'form-in'
  | 'start-from-form';

/** View state: which sheet is open. */
export const useSheets = create<{
  readonly open: SheetName | null;
  /** The rating that my scores are to be shown for; null for the overall one. */
  readonly rating: FieldId | null;
  /** A receipt that is being checked; null when none is. */
  readonly receipt: ChosenFile | null;
}>(() => ({ open: null, rating: null, receipt: null }));

/** Opens a sheet. */
export function openSheet(name: SheetName): void {
  useSheets.setState({ open: name });
}

/** Opens my scores side by side, for a rating or (null) the overall one. */
export function openScores(rating: FieldId | null): void {
  useSheets.setState({ open: 'scores', rating });
}

/** Closes the open sheet. */
export function closeSheet(): void {
  useSheets.setState({ open: null });
}

/** Shows whether a receipt is valid. */
export function checkReceipt(file: ChosenFile): void {
  useSheets.setState({ receipt: file });
}

/** Files that were dropped, or that the system asked to open. With `venue`, review bundles of others are refused. */
export function receiveFiles(files: readonly ChosenFile[], venue: VenueId | null): void {
  const [first, second] = files;
  // Bundles are never called so: a JSON file alone can only be meant as a receipt.
  if (first !== undefined && second === undefined && first.name.toLowerCase().endsWith('.json'))
    checkReceipt(first);
  else openBundleFiles(files, venue);
}

/** Asks for bundles to open. */
export function pickBundles(venue: VenueId | null): void {
  chooseBundles(venue).catch((thrown: unknown) => {
    toast({ title: 'No file was chosen', text: toRequestError(thrown).message, tone: 'danger' });
  });
}

/** Opens the sample venue. */
export function tryTheSample(): void {
  openSample();
}
