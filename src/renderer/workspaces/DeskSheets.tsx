import { lazy, Suspense, type ReactNode } from 'react';
import { useUnsaved } from '@renderer/features/common/saving/use-unsaved';
import { ImportLogSheet } from '@renderer/features/bundle-import';
import { ConsolidationExportSheet, DecisionExportSheet } from '@renderer/features/judgement-export';
import { PeopleKeysSheet } from '@renderer/features/people-keys';
import { RemindersSheet } from '@renderer/features/reminders';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { closeSheet, useSheets } from './sheets-state';

// Charts are looked at now and then: their code comes when they are.
const ChartsSheet = lazy(async () => ({
  default: (await import('@renderer/features/charts')).ChartsSheet,
}));

/** Props of {@link DeskSheets}. */
export interface DeskSheetsProps {
  readonly venue: VenueId;
  readonly onOpenPaper: (paper: PaperNumber) => void;
}

/** The sheets of chairs and organizers, over whatever their desk shows. */
export function DeskSheets({ venue, onOpenPaper }: DeskSheetsProps): ReactNode {
  const open = useSheets((state) => state.open);
  const metaReviews = useUnsaved(venue, 'meta-review');
  const decisions = useUnsaved(venue, 'decision');
  switch (open) {
    case 'consolidation':
      return <ConsolidationExportSheet venue={venue} unsaved={metaReviews} onClose={closeSheet} />;
    case 'decisions':
      return <DecisionExportSheet venue={venue} unsaved={decisions} onClose={closeSheet} />;
    case 'charts':
      return (
        <Suspense fallback={null}>
          <ChartsSheet venue={venue} onClose={closeSheet} />
        </Suspense>
      );
    case 'imports':
      return (
        <ImportLogSheet
          venue={venue}
          onClose={closeSheet}
          onOpenPaper={(paper) => {
            closeSheet();
            onOpenPaper(paper);
          }}
        />
      );
    case 'reminders':
      return <RemindersSheet venue={venue} onClose={closeSheet} />;
    case 'people':
      return <PeopleKeysSheet venue={venue} onClose={closeSheet} />;
    default:
      return null;
  }
}
