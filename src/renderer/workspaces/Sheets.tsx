import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { ExportSheet } from '@renderer/features/bundle-export';
import { ImportSheet } from '@renderer/features/bundle-import';
import { useUnsaved } from '@renderer/features/common/saving/use-unsaved';
import { OwnScoresSheet } from '@renderer/features/own-scores';
import { SearchSheet } from '@renderer/features/search';
import { SettingsSheet } from '@renderer/features/settings';
import { KeyQuestions, KeySection } from '@renderer/features/signing-key';
import { Snippets, SnippetsSetting } from '@renderer/features/snippets';
import { useCommands } from '@renderer/ui/commands';
import { toast } from '@renderer/ui/toasts';
import type { Place } from '@shared/contract/app';
import type { ImportReport } from '@shared/contract/bundle';
import type { PaperNumber } from '@shared/model/ids';
import { placeAfterImport } from './place-after-import';
import { closeSheet, openScores, openSheet, useSheets } from './sheets-state';
import { focusFieldSoon } from './focus-field-soon';
import { seekInPaper, seekNote } from './sought-place';
import { WaysOut } from './WaysOut';

/** Props of {@link Sheets}. */
export interface SheetsProps {
  /** Where the window is; null without a venue. */
  readonly place: Place | null;
  /** Whether the venue there is the sample that ships with Referee. */
  readonly isSample: boolean;
  readonly onGo: (place: Place) => void;
  readonly onOpenPaper: (paper: PaperNumber) => void;
}

/** Everything that slides over a desk. */
export function Sheets({ place, isSample, onGo, onOpenPaper }: SheetsProps): ReactNode {
  const open = useSheets((state) => state.open);
  const rating = useSheets((state) => state.rating);
  const exporting = open === 'export' && place?.workspace === 'reviewer' ? place.venue : null;
  const venues = useQuery('library.list', {}).data;
  const unsaved = useUnsaved(exporting, 'review');
  const venue = useQuery('venue.get', exporting === null ? null : { venue: exporting }).data;
  useCommands([
    {
      id: 'papers.search',
      title: 'Search all papers...',
      section: 'Go',
      shortcut: 'Mod+Shift+F',
      keywords: ['find', 'full text', 'words'],
      allowInText: true,
      isEnabled: () => place !== null,
      run: () => openSheet('search'),
    },
    {
      id: 'review.scores',
      title: 'My scores side by side...',
      section: 'Review',
      shortcut: 'Mod+Shift+A',
      keywords: ['calibration', 'ratings', 'distribution', 'compare', 'other reviews'],
      allowInText: true,
      isEnabled: () => place?.workspace === 'reviewer',
      run: () => openScores(null),
    },
  ]);
  return (
    <>
      <ImportSheet
        onImported={(report) => {
          tellImported(report);
          const roles = venues?.find((one) => one.venue === report.venue)?.roles ?? [];
          const next = placeAfterImport(report, place, roles);
          if (next !== null) onGo(next);
        }}
      />
      {exporting !== null && (
        <ExportSheet
          venue={exporting}
          contact={isSample ? null : (venue?.contact ?? null)}
          unsaved={unsaved}
          onClose={closeSheet}
          onCopies={() => openSheet('copies')}
          onReceipt={() => openSheet('receipt')}
          onOpenPaper={(paper) => onOpenPaper(paper as PaperNumber)}
        />
      )}
      {open === 'search' && place !== null && (
        <SearchSheet
          venue={place.venue}
          papers={place.workspace === 'reviewer' ? 'mine' : 'all'}
          onClose={closeSheet}
          onOpenOwn={({ paper, note, field }) => {
            closeSheet();
            if (note !== null) seekNote(place.venue, paper, note);
            onOpenPaper(paper);
            if (field !== null) focusFieldSoon(paper, field);
          }}
          onOpen={({ paper, page, words }) => {
            closeSheet();
            seekInPaper(place.venue, paper, { page, words });
            onOpenPaper(paper);
          }}
        />
      )}
      {open === 'scores' && place?.workspace === 'reviewer' && (
        <OwnScoresSheet
          venue={place.venue}
          field={rating}
          paper={place.paper}
          onClose={closeSheet}
          onOpenPaper={(paper) => {
            closeSheet();
            onOpenPaper(paper);
          }}
        />
      )}
      {open === 'settings' && (
        <SettingsSheet
          onClose={closeSheet}
          signingKey={<KeySection />}
          writing={<SnippetsSetting onLeave={closeSheet} />}
        />
      )}
      <WaysOut place={place} onGo={onGo} />
      <Snippets />
      <KeyQuestions />
    </>
  );
}

function tellImported({ rows: [row, another] }: ImportReport): void {
  if (row === undefined || another !== undefined) return;
  toast({ title: row.sentence, tone: row.outcome === 'conflict' ? 'warning' : 'success' });
}
