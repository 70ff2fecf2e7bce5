import { useCallback, useState } from 'react';
import type { Note } from '@renderer/features/annotations';
import type { PaperView } from '@shared/contract/library';
import type { Sha256 } from '@shared/model/ids';

/** A PDF that the paper had before, as the reader shows it. */
export interface EarlierPdf {
  readonly pdf: Sha256;
  readonly url: string;
  /** Where it opens: at the note that it is shown for. */
  readonly place: unknown;
}

/** Whether an earlier PDF of the paper is shown, and how to get there and back. */
export interface UseEarlierPdf {
  readonly earlier: EarlierPdf | null;
  readonly show: (note: Note) => void;
  readonly leave: () => void;
}

/** Earlier PDFs of a paper, which are kept for what was marked on them. */
export function useEarlierPdf({ pdfUrl, paper }: PaperView): UseEarlierPdf {
  const [earlier, setEarlier] = useState<EarlierPdf | null>(null);
  const show = useCallback(
    ({ content }: Note) => {
      const [first] = content.pages;
      const place = {
        page: first?.page ?? 1,
        top: (first?.quads[0]?.[1] ?? 0) + 100,
        left: 0,
        sidebar: 'notes',
      };
      setEarlier({ pdf: content.pdf, url: pdfUrl.replace(paper.pdf.sha256, content.pdf), place });
    },
    [pdfUrl, paper.pdf.sha256],
  );
  const leave = useCallback(() => setEarlier(null), []);
  return { earlier: earlier?.pdf === paper.pdf.sha256 ? null : earlier, show, leave };
}
