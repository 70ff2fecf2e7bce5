import type { BundlePreview, HeldBundle, ImportRow } from '@shared/contract/bundle';
import type { ChosenFile } from '@shared/contract/file';
import type { JobKind, JobResults } from '@shared/contract/job';
import type {
  BundleId,
  FileToken,
  Fingerprint,
  JobId,
  PaperNumber,
  PersonId,
  VenueId,
} from '@shared/model/ids';
import type { DayDate, Instant } from '@shared/model/time';
import type { ErrorReport } from '@shared/contract/errors';
import type { FakeBridge } from '../../../../support/fake-bridge';

export const venueId = 'sim2science-2026' as VenueId;
export const bundleId = `b-${'1'.repeat(32)}` as BundleId;
export const fingerprint = '2a1b9b26'.repeat(8) as Fingerprint;

/** A file as the dialog answers it. */
export function fileOf(name: string, index = 1): ChosenFile {
  return { token: `f-${index}` as FileToken, name };
}

/** A verified assignment bundle of two papers. */
export function previewOf(more: Partial<BundlePreview> = {}): BundlePreview {
  return {
    fileName: 'ada.referee',
    sizeBytes: 999_000,
    isEncrypted: false,
    kind: 'assignment',
    id: bundleId,
    venue: venueId,
    venueName: 'Sim2Science 2026',
    created: '2026-05-01T09:00:00.000Z' as Instant,
    sequence: 1,
    application: 'Referee 0.1.0',
    author: { person: 'p-0000000000000009' as PersonId, name: 'Olga Marin', fingerprint },
    standing: 'first',
    recipient: 'Ada Lindqvist',
    papers: [
      { number: 7 as PaperNumber, title: 'Tempering widens' },
      { number: 12 as PaperNumber, title: 'Emulate the ratio' },
    ],
    due: '2026-05-13' as DayDate,
    isAlreadyImported: false,
    obstacle: null,
    ...more,
  };
}

/** One file of a report. */
export function reportRow(fileName: string, more: Partial<ImportRow> = {}): ImportRow {
  return {
    fileName,
    venue: venueId,
    kind: 'review',
    outcome: 'added',
    sentence: `${fileName} was added.`,
    error: null,
    bundle: null,
    author: null,
    papers: [],
    isLate: false,
    ...more,
  };
}

/** The held bundle of {@link bundleId}. */
export const heldBundle: HeldBundle = {
  bundle: bundleId,
  kind: 'review',
  fileName: 'ben.referee',
  author: 'Ben',
  fingerprint,
  standing: 'changed',
  papers: [7 as PaperNumber],
  receivedAt: '2026-05-09T09:00:00.000Z' as Instant,
  obstacle: null,
};

/** A handler that starts a job which has ended by the time its id is known. */
export function endsAtOnce<Kind extends JobKind>(
  bridge: () => FakeBridge,
  id: string,
  kind: Kind,
  end: { readonly result: JobResults[Kind] } | { readonly error: ErrorReport },
): () => JobId {
  return () => {
    const state =
      'result' in end ? { status: 'done', result: end.result } : { status: 'failed', error: end.error };
    bridge().emitJob({ id: id as JobId, kind, ...state } as never);
    return id as JobId;
  };
}
