import { useState } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useJob, type UseJob } from '@renderer/bridge/use-job';
import type { ExportPreview, ExportRow } from '@shared/contract/bundle';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { bundleFileName } from '../common/bundle/bundle-file-name';

/** Choosing what an export holds, and writing it. */
export interface ExportChoice {
  readonly isChosen: (paper: PaperNumber) => boolean;
  readonly choose: (papers: readonly PaperNumber[], isChosen: boolean) => void;
  /** The reviews that would go in, in the order of the preview. */
  readonly chosen: readonly ExportRow[];
  readonly job: UseJob<'bundle.exportReviews'>;
  /** Whether the file is to be encrypted; never where nobody has a key. */
  readonly isEncrypted: boolean;
  readonly setEncrypted: (isEncrypted: boolean) => void;
  /** Why the file could not be chosen. */
  readonly error: RequestError | null;
  /** Asks where to, then writes. Does nothing when no file was chosen. */
  readonly write: () => Promise<void>;
}

/** Whether a review goes in unless a person says otherwise: ready ones do, also when they were exported before. */
export function isChosenAtFirst(row: ExportRow): boolean {
  return row.isReady && !isRefused(row);
}

/** The state of the export sheet. What was not touched follows the preview, so a review made ready meanwhile goes in. */
export function useExport(venue: VenueId, preview: ExportPreview | undefined): ExportChoice {
  const [touched, setTouched] = useState<ReadonlyMap<PaperNumber, boolean>>(new Map());
  const [wantsEncryption, setEncrypted] = useState(true);
  const [error, setError] = useState<RequestError | null>(null);
  const job = useJob('bundle.exportReviews');

  const rows = preview?.rows ?? [];
  const byPaper = new Map(rows.map((row) => [row.paper, row]));
  const isChosen = (paper: PaperNumber): boolean => {
    const row = byPaper.get(paper);
    return row !== undefined && canExport(row) && (touched.get(paper) ?? isChosenAtFirst(row));
  };
  const chosen = rows.filter((row) => isChosen(row.paper));
  const isEncrypted = wantsEncryption && preview?.canEncrypt === true;

  const write = async (): Promise<void> => {
    setError(null);
    try {
      const suggestedName = preview === undefined ? null : bundleFileName(preview.suggestedName, isEncrypted);
      const [file] = await request('file.choose', { purpose: 'save-review-bundle', suggestedName });
      if (file === undefined) return;
      const papers = chosen.map((row) => row.paper);
      await job.start({
        venue,
        papers,
        includeUnready: chosen.some((row) => !row.isReady),
        isEncrypted,
        file: file.token,
      });
    } catch (thrown) {
      setError(toRequestError(thrown));
    }
  };

  return {
    isChosen,
    choose: (papers, value) =>
      setTouched((known) => new Map([...known, ...papers.map((paper) => [paper, value] as const)])),
    chosen,
    job,
    isEncrypted,
    setEncrypted,
    error,
    write,
  };
}

/** Whether the reviewer will not review the paper: the word goes out, not the review. */
export function isRefused({ status }: ExportRow): boolean {
  return status === 'declined' || status === 'conflict';
}

/** A review with nothing in it cannot go out, nor one of a paper that was refused. */
export function canExport(row: ExportRow): boolean {
  return row.status !== 'not-started' && !isRefused(row);
}
