import type { ReactNode } from 'react';
import { useUnsaved } from '@renderer/features/common/saving/use-unsaved';
import { ConsolidationExportSheet, DecisionExportSheet } from '@renderer/features/judgement-export';
import { PeopleKeysSheet } from '@renderer/features/people-keys';
import { RemindersSheet } from '@renderer/features/reminders';
import type { VenueId } from '@shared/model/ids';
import { closeSheet, useSheets } from './sheets-state';

/** The sheets of chairs and organizers, over whatever their desk shows. */
export function DeskSheets({ venue }: { readonly venue: VenueId }): ReactNode {
  const open = useSheets((state) => state.open);
  const metaReviews = useUnsaved(venue, 'meta-review');
  const decisions = useUnsaved(venue, 'decision');
  switch (open) {
    case 'consolidation':
      return <ConsolidationExportSheet venue={venue} unsaved={metaReviews} onClose={closeSheet} />;
    case 'decisions':
      return <DecisionExportSheet venue={venue} unsaved={decisions} onClose={closeSheet} />;
    case 'reminders':
      return <RemindersSheet venue={venue} onClose={closeSheet} />;
    case 'people':
      return <PeopleKeysSheet venue={venue} onClose={closeSheet} />;
    default:
      return null;
  }
}
