import type { MetaContent } from '@shared/model/meta-review';
import type { DecisionKind } from '@shared/model/venue';
import { outcomeLabel } from '@shared/rules/decision-kinds';

/** How sure a chair is of a recommendation, lowest first. */
export const confidenceSteps = [
  { value: 1, meaning: 'A guess' },
  { value: 2, meaning: 'Leaning this way' },
  { value: 3, meaning: 'Fairly sure' },
  { value: 4, meaning: 'Sure' },
  { value: 5, meaning: 'Certain' },
] as const;

/** What a meta-review says besides its text, a few words each: `Recommends Accept (oral)`, `confidence 4 of 5`. */
export function factsOf(content: MetaContent, kinds: readonly DecisionKind[]): readonly string[] {
  const { recommendation, confidence } = content;
  return [
    recommendation === null ? 'No recommendation yet' : `Recommends ${outcomeLabel(kinds, recommendation)}`,
    ...(confidence === null ? [] : [`confidence ${confidence} of 5`]),
  ];
}

/** A meta-review as plain text, to be carried away by the clipboard. */
export function toMetaText(
  paper: { readonly number: number; readonly title: string },
  content: MetaContent,
  kinds: readonly DecisionKind[],
): string {
  return [
    `Meta-review of #${paper.number} ${paper.title}`,
    factsOf(content, kinds).join(', '),
    ...(content.needsDiscussion ? ['Needs discussion'] : []),
    '',
    content.text,
  ].join('\n');
}
