import { queryKey, readQuery } from '@renderer/bridge/query-cache';
import { fetchAhead } from '@renderer/reader';
import type { PaperView } from '@shared/contract/library';
import type { PaperNumber, VenueId } from '@shared/model/ids';

/**
 * Sends for a paper's file in the moment of the click, when it is known where it is: it is read and checked while the
 * screen for it is being built.
 */
export function sendForPaper(venue: VenueId, paper: PaperNumber): void {
  const { data } = readQuery(queryKey('paper.get', { venue, paper }));
  if (data !== undefined) fetchAhead((data as PaperView).pdfUrl);
}
