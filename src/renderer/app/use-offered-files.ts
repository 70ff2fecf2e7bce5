import { useEffect } from 'react';
import { onTopic, request, toRequestError } from '@renderer/bridge/client';
import type { VenueId } from '@shared/model/ids';
import { toast } from '@renderer/ui/toasts';
import { receiveFiles } from '@renderer/workspaces/sheets-state';

/** Opens the files that the system or the command line asked to open, before and while the window is there. */
export function useOfferedFiles(venue: VenueId | null): void {
  useEffect(() => {
    const take = (): void => {
      request('file.takeOffered', {})
        .then((files) => receiveFiles(files, venue))
        .catch((thrown: unknown) => {
          toast({ title: 'The file was not opened', text: toRequestError(thrown).message, tone: 'danger' });
        });
    };
    take();
    return onTopic('files.offered', take);
  }, [venue]);
}
