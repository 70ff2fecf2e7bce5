import { PackagePlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { DecisionsTable } from '@renderer/features/decisions';
import { AssignmentDeskView } from '@renderer/features/assignment';
import { AssignmentExport } from '@renderer/features/organizer';
import { Button } from '@renderer/ui/Button';
import { useCommands } from '@renderer/ui/commands';
import { Dialog } from '@renderer/ui/Dialog';
import { IconButton } from '@renderer/ui/IconButton';
import { Segmented } from '@renderer/ui/Segmented';
import { Chair } from './Chair';
import { organizerCommands, type OrganizerView } from './organizer-commands';
import type { DeskProps } from './Reviewer';
import { openSheet } from './sheets-state';

/** The organizer's desk: what a chair sees, the decisions, and the assignment bundles that go out. */
export function Organizer(props: DeskProps): ReactNode {
  const [isExporting, setExporting] = useState(false);
  const [view, setView] = useState<OrganizerView>('reviews');
  useCommands(
    organizerCommands({
      view: props.paper === null ? view : null,
      showAll: (next) => {
        setView(next);
        props.onOpenPaper(null);
      },
      writeAssignments: () => setExporting(true),
    }),
  );
  return (
    <>
      <Chair
        {...props}
        renderOverview={
          view === 'reviews'
            ? undefined
            : (overview) =>
                view === 'assignment' ? (
                  <AssignmentDeskView
                    {...overview}
                    venue={props.venue}
                    onWriteBundles={() => setExporting(true)}
                  />
                ) : (
                  <DecisionsTable {...overview} venue={props.venue} onExport={() => openSheet('decisions')} />
                )
        }
        actions={
          <>
            <Segmented<OrganizerView>
              label="What is shown of the papers"
              size="small"
              value={view}
              onChange={setView}
              options={[
                { id: 'assignment', label: 'Assignment' },
                { id: 'reviews', label: 'Reviews' },
                { id: 'decisions', label: 'Decisions' },
              ]}
            />
            <IconButton
              label="Assignment bundles..."
              icon={PackagePlus}
              size="small"
              onPress={() => setExporting(true)}
            />
          </>
        }
      />
      <Dialog
        isOpen={isExporting}
        size="large"
        title="Assignment bundles"
        onClose={() => setExporting(false)}
        footer={<Button onPress={() => setExporting(false)}>Close</Button>}
      >
        <AssignmentExport venue={props.venue} />
      </Dialog>
    </>
  );
}
