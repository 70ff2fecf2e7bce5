import { useState } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { useJob, type UseJob } from '@renderer/bridge/use-job';
import type { FilePurpose } from '@shared/contract/file';
import type { VenueId } from '@shared/model/ids';
import { bundleFileName } from '../common/bundle/bundle-file-name';

/** The exports of what chairs and organizers say. */
export type JudgementRoute = 'consolidation.export' | 'decision.export';

const purposes: Readonly<Record<JudgementRoute, FilePurpose>> = {
  'consolidation.export': 'save-consolidation-bundle',
  'decision.export': 'save-decision-bundle',
};

/** What a preview of either says about the file. */
export interface JudgementPreview {
  readonly recipients: readonly string[];
  readonly canEncrypt: boolean;
  readonly suggestedName: string;
}

/** Choosing how a bundle of judgements is written, and writing it. */
export interface JudgementExport {
  readonly job: UseJob<JudgementRoute>;
  /** Whether the file is to be encrypted; never where nobody has a key. */
  readonly isEncrypted: boolean;
  readonly setEncrypted: (isEncrypted: boolean) => void;
  /** Why nothing was written; null while nothing went wrong. */
  readonly error: RequestError | null;
  /** Asks where to, then writes. Does nothing when no file was chosen. */
  readonly write: () => Promise<void>;
}

/** The state of the sheet that writes a bundle of judgements. */
export function useJudgementExport(
  route: JudgementRoute,
  venue: VenueId,
  preview: JudgementPreview | undefined,
): JudgementExport {
  const [wantsEncryption, setEncrypted] = useState(true);
  const [refusal, setRefusal] = useState<RequestError | null>(null);
  const job = useJob(route);
  const isEncrypted = wantsEncryption && preview?.canEncrypt === true;
  const failure = job.view.status === 'failed' && job.view.error.code !== 'CANCELLED' ? job.view.error : null;
  return {
    job,
    isEncrypted,
    setEncrypted,
    error: refusal ?? failure,
    write: async () => {
      setRefusal(null);
      try {
        const [file] = await request('file.choose', {
          purpose: purposes[route],
          suggestedName: preview === undefined ? null : bundleFileName(preview.suggestedName, isEncrypted),
        });
        if (file !== undefined) await job.start({ venue, isEncrypted, file: file.token });
      } catch (thrown) {
        setRefusal(toRequestError(thrown));
      }
    },
  };
}
