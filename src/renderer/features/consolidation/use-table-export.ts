import { useState } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { toast } from '@renderer/ui/toasts';
import type { PaperNumber, VenueId } from '@shared/model/ids';

/** The act of writing the table as a CSV file. */
export interface TableExport {
  /** Asks where to, writes, and says where it is. */
  readonly start: (rows: ExportedRows) => void;
  readonly isRunning: boolean;
  /** Why the last one failed. */
  readonly error: RequestError | null;
  readonly dismiss: () => void;
}

/** What a table's file is about: a row a review, or a row a paper in a given order. */
export type ExportedRows =
  { readonly kind: 'reviews' } | { readonly kind: 'papers'; readonly papers: readonly PaperNumber[] };

/** Exports a venue's table. */
export function useTableExport(venue: VenueId): TableExport {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);

  const run = async (rows: ExportedRows): Promise<void> => {
    setRunning(true);
    setError(null);
    try {
      const [file] = await request('file.choose', {
        purpose: 'save-table',
        suggestedName: `${venue}-${rows.kind}.csv`,
      });
      if (file === undefined) return;
      const { rowCount, fileName } =
        rows.kind === 'reviews'
          ? await request('consolidation.exportTable', { venue, file: file.token })
          : await request('consolidation.exportPapers', {
              venue,
              file: file.token,
              papers: [...rows.papers],
            });
      toast({
        tone: 'success',
        title: `Wrote ${rowCount} ${rowCount === 1 ? 'row' : 'rows'} to ${fileName}`,
        action: {
          label: 'Show in folder',
          run: () =>
            void request('file.showInFolder', { file: file.token }).catch((thrown) =>
              setError(toRequestError(thrown)),
            ),
        },
      });
    } catch (thrown) {
      setError(toRequestError(thrown));
    } finally {
      setRunning(false);
    }
  };

  return { start: (rows) => void run(rows), isRunning, error, dismiss: () => setError(null) };
}
