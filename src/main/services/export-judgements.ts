import type { BundleKind } from '@shared/model/bundle';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Person } from '@shared/model/person';
import type { Payload } from '../bundle/write-bundle';
import type { WriteDb } from '../store/database';
import { getVenue } from '../store/venues';
import type { JobControl, ServiceDeps } from './deps';
import { enrolmentOf } from './enrolment';
import { mayConsolidate } from './my-review';
import { sendBundle, type OutgoingReceipt } from './outgoing';
import { recipientsOf } from './reply-keys';

/** Where a bundle of judgements goes. */
export interface JudgementExport {
  readonly venue: VenueId;
  /** Whether to encrypt it to those who may read it, where they have keys. */
  readonly isEncrypted: boolean;
  readonly path: string;
}

/** A bundle of judgements that was written, without the file's token. */
export interface JudgementOutcome extends OutgoingReceipt {
  readonly path: string;
  readonly isEncrypted: boolean;
  readonly papers: readonly PaperNumber[];
}

/** Writes a bundle of my judgements for the chairs and organizers. Refused: FILE_UNWRITABLE, DISK_FULL. */
export function sendJudgements(
  deps: ServiceDeps,
  db: WriteDb,
  me: Person,
  what: { readonly kind: BundleKind; readonly papers: readonly PaperNumber[]; readonly payload: Payload },
  input: JudgementExport,
  job: JobControl,
): JudgementOutcome {
  const venue = getVenue(db);
  const recipients = input.isEncrypted ? recipientsOf(db, me.id, mayConsolidate) : [];
  const receipt = sendBundle(
    deps,
    db,
    {
      kind: what.kind,
      recipient: 'chairs',
      venue,
      author: {
        person: me.id,
        fingerprint: deps.identity().fingerprint,
        enrolment: enrolmentOf(deps, db, venue.id, me.id),
      },
      payload: what.payload,
      revisions: [],
      recipients,
    },
    input.path,
    job,
  );
  return { ...receipt, path: input.path, isEncrypted: recipients.length > 0, papers: what.papers };
}
