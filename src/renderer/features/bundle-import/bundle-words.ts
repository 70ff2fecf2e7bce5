import type { BundlePreview, HeldBundle, ImportOutcome, SignerStanding } from '@shared/contract/bundle';
import type { ErrorCode, ErrorReport } from '@shared/contract/errors';
import type { BundleKind } from '@shared/model/bundle';
import type { StatusKind } from '@renderer/ui/StatusBadge';
import { formatCount } from '../common/format';

/** What each kind of bundle is called. */
export const kindWords: Readonly<Record<BundleKind, string>> = {
  assignment: 'Assignment bundle',
  review: 'Review bundle',
  consolidation: 'Consolidation bundle',
  decision: 'Decision bundle',
};

/** How each outcome of an import is said and drawn, in the order in which a report lists them. */
export const outcomeWords: Readonly<
  Record<ImportOutcome, { readonly word: string; readonly kind: StatusKind }>
> = {
  refused: { word: 'Refused', kind: 'problem' },
  held: { word: 'Held', kind: 'problem' },
  conflict: { word: 'Conflict', kind: 'changed' },
  added: { word: 'Added', kind: 'ready' },
  updated: { word: 'Updated', kind: 'ready' },
  already: { word: 'Already here', kind: 'done' },
  older: { word: 'Older', kind: 'neutral' },
};

/** How a signer stands, as a badge. */
export const standingBadges: Readonly<
  Record<SignerStanding, { readonly word: string; readonly kind: StatusKind }>
> = {
  known: { word: 'Known signer', kind: 'ready' },
  enrolled: { word: 'Invited signer', kind: 'ready' },
  first: { word: 'First bundle of this venue', kind: 'neutral' },
  unknown: { word: 'Unknown signer', kind: 'problem' },
  changed: { word: 'Another key than before', kind: 'problem' },
  revoked: { word: 'Revoked key', kind: 'problem' },
};

/** What a signer's standing means and what to do about it. */
export function explainStanding(standing: SignerStanding, name: string): string {
  switch (standing) {
    case 'known':
      return `Signed with the key that is on record for ${name}.`;
    case 'enrolled':
      return `The key belongs to whoever received the invitation sent to ${name}.`;
    case 'first':
      return `There is no earlier key to compare with. To be sure it is from ${name}, compare the fingerprint with them by phone or in person.`;
    case 'unknown':
      return `This key is not on record for ${name}. Importing holds the bundle until you accept or refuse its signer.`;
    case 'changed':
      return `${name} signed with another key before. Ask them whether they have a new computer; importing holds the bundle until you accept or refuse the new key.`;
    case 'revoked':
      return `An organizer has taken this key of ${name} back: somebody else may hold it. Nothing that it signs comes in.`;
  }
}

/** What importing a bundle adds, as a sentence. */
export function explainAddition(preview: BundlePreview): string {
  if (isWaiting(preview.obstacle)) return 'Nothing yet.';
  if (preview.obstacle !== null) return 'Nothing: it cannot be imported here.';
  if (preview.isAlreadyImported) return 'Nothing: this bundle is already here.';
  const papers = formatCount(preview.papers.length, 'paper');
  switch (preview.kind) {
    case 'assignment':
      return `The venue with its review form, and ${papers}.`;
    case 'review':
      return formatCount(preview.papers.length, 'review');
    case 'consolidation':
      return preview.papers.length === 0
        ? 'Reviews as their reviewers signed them, and settled conflicts.'
        : `Meta-reviews of ${papers}, with the reviews that they are about as their reviewers signed them, and settled conflicts.`;
    case 'decision':
      return `Decisions on ${papers}.`;
  }
}

/** The button that brings a bundle in. */
export function importLabel(preview: BundlePreview): string {
  if (isWaiting(preview.obstacle)) return 'Keep it until then';
  switch (preview.kind) {
    case 'assignment':
      return preview.isAlreadyImported ? 'Go to the papers' : 'Open for review';
    case 'review':
      return `Import ${formatCount(preview.papers.length, 'review')}`;
    case 'consolidation':
      return 'Import consolidation';
    case 'decision':
      return `Import ${formatCount(preview.papers.length, 'decision')}`;
  }
}

/** Whether a bundle is not refused but waits: its papers or its author may come with a later assignment bundle. */
export function isWaiting(obstacle: ErrorReport | null): boolean {
  return obstacle !== null && WAITING.has(obstacle.code);
}

const WAITING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PAPER_NOT_FOUND', 'BUNDLE_UNKNOWN_SIGNER']);

/** How a bundle that waits comes in. */
export const WAITING_SENTENCE =
  'It can be kept: it comes in by itself once an assignment bundle brings what it is about.';

/** Who could read a file on its way here. */
export function explainEncryption(preview: BundlePreview): string {
  return preview.isEncrypted
    ? 'Yes. Opened with your key for this venue; only those it was made for can open it.'
    : 'No. Whoever had the file on its way could read it.';
}

/** What a held bundle is about. */
export function describeHeld({ kind, papers, obstacle }: HeldBundle): string {
  if (obstacle !== null)
    return `${obstacle.message} It comes in by itself once an assignment bundle brings that.`;
  const numbers = papers.map((paper) => `#${paper}`).join(', ');
  const about: Readonly<Record<BundleKind, string>> = {
    assignment: 'It assigns papers',
    review: `It reviews ${numbers}`,
    consolidation:
      numbers === '' ? 'It holds what another chair received' : `It holds meta-reviews of ${numbers}`,
    decision: `It decides on ${numbers}`,
  };
  return `${about[kind]} and waits for your decision about its signer.`;
}

const refusalTitles: Partial<Readonly<Record<ErrorCode, string>>> = {
  BUNDLE_NOT_A_BUNDLE: 'This file is not a bundle',
  BUNDLE_TRUNCATED: 'This bundle is cut short',
  BUNDLE_DAMAGED: 'This bundle is damaged',
  BUNDLE_ENCRYPTED_FOR_OTHERS: 'This bundle is encrypted for other people',
  BUNDLE_FORGED: 'The signature does not hold',
  BUNDLE_INVALID: 'This bundle breaks the rules of its format',
  BUNDLE_NEWER_FORMAT: 'This bundle needs a newer Referee',
  BUNDLE_WRONG_VENUE: 'This bundle is for another venue',
  BUNDLE_WRONG_PERSON: 'This bundle is for another person',
  BUNDLE_WRONG_KIND: 'This bundle does not belong here',
  BUNDLE_UNKNOWN_SIGNER: 'Nobody here knows the signer',
  PAPER_NOT_FOUND: 'Its papers are not on this computer',
  BUNDLE_REVOKED_KEY: 'The key that signed this bundle was revoked',
  BUNDLE_TOO_LARGE: 'This bundle is too large',
  FILE_NOT_FOUND: 'The file is no longer there',
  FILE_UNREADABLE: 'The file cannot be read',
  DISK_FULL: 'The disk is full',
  CANCELLED: 'Stopped',
};

/** What was refused, in a few words. */
export function refusalTitle(code: ErrorCode): string {
  return refusalTitles[code] ?? 'The bundle was not opened';
}
