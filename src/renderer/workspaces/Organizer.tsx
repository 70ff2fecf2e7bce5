import { PackagePlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { AssignmentExport } from '@renderer/features/organizer';
import { Button } from '@renderer/ui/Button';
import { useCommands } from '@renderer/ui/commands';
import { Dialog } from '@renderer/ui/Dialog';
import { Chair } from './Chair';
import type { DeskProps } from './Reviewer';

/** The organizer's desk: what a chair sees, and the assignment bundles that go out. */
export function Organizer(props: DeskProps): ReactNode {
  const [isExporting, setExporting] = useState(false);
  useCommands([
    {
      id: 'assignment.export',
      title: 'Write assignment bundles...',
      section: 'Bundles',
      keywords: ['reviewers', 'invitation', 'send'],
      run: () => setExporting(true),
    },
  ]);
  return (
    <>
      <Chair
        {...props}
        actions={
          <Button size="small" kind="quiet" icon={PackagePlus} onPress={() => setExporting(true)}>
            Assignment bundles...
          </Button>
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
