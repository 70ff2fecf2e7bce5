import { useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { Backup, BackupId } from '@shared/contract/backup';
import { formatBytes } from '@shared/rules/byte-size';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { RadioList } from '@renderer/ui/RadioList';
import { nameBackup } from './backup-words';

/** Props of {@link BackupsDialog}. */
export interface BackupsDialogProps {
  readonly venueName: string;
  /** Newest first; at least one. */
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: BackupId) => void;
  readonly onClose: () => void;
}

/** The choice among all backups of a venue: an older one, when the newest is damaged too. */
export function BackupsDialog({ venueName, backups, onRestore, onClose }: BackupsDialogProps): ReactNode {
  const clock = useClock();
  const [chosen, setChosen] = useState(backups[0]?.id ?? null);
  return (
    <Dialog
      isOpen
      isDismissable
      size="small"
      title={`Backups of ${venueName}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            isDisabled={chosen === null}
            onPress={() => {
              if (chosen !== null) onRestore(chosen);
            }}
          >
            Restore
          </Button>
        </>
      }
    >
      <RadioList
        label="Restore the one of"
        options={backups.map((backup) => ({
          id: backup.id,
          label: nameBackup(backup, clock),
          description: formatBytes(backup.sizeBytes),
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </Dialog>
  );
}
