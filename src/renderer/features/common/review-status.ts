import type { StatusKind } from '@renderer/ui/StatusBadge';
import type { ReviewStatus } from '@shared/model/review';
import type { Shortcoming } from '@shared/rules/review-completeness';

/** How each status of a review is said and drawn. */
export const reviewStatusWords: Readonly<
  Record<ReviewStatus, { readonly word: string; readonly kind: StatusKind }>
> = {
  'not-started': { word: 'Not started', kind: 'neutral' },
  draft: { word: 'Draft', kind: 'progress' },
  ready: { word: 'Ready', kind: 'ready' },
  exported: { word: 'Exported', kind: 'done' },
  withdrawn: { word: 'Withdrawn', kind: 'neutral' },
  declined: { word: 'Declined', kind: 'refused' },
  conflict: { word: 'Conflict of interest', kind: 'barred' },
  changed: { word: 'Changed since export', kind: 'changed' },
};

/** How it is said that another computer of the reviewer's exported another version that waits to be compared. */
export const OTHER_VERSION_WORD = 'Two versions';

/** What a review lacks, in a few words: `questions, confidence` or, with more than `most` of them, `5 fields`. */
export function formatShortcomings(shortcomings: readonly Shortcoming[], most = 3): string {
  if (shortcomings.length === 0) return '';
  if (shortcomings.length > most) return `${shortcomings.length} fields`;
  return shortcomings.map((shortcoming) => shortcoming.label.toLowerCase()).join(', ');
}

/** What a review lacks, in full, a line each: `Strengths: 12 words, at least 50`. */
export function listShortcomings(shortcomings: readonly Shortcoming[]): string {
  return shortcomings.map((shortcoming) => `${shortcoming.label}: ${shortcoming.reason}`).join('\n');
}
