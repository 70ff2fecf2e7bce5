import type { Command } from '@renderer/ui/commands';
import type { BesideTab } from './BesideTabs';

/** Going between the reviews of a paper and my meta-review of it, by key. */
export function metaReviewCommands(tab: BesideTab, goTo: (tab: BesideTab) => void): readonly Command[] {
  const isWriting = tab === 'meta-review';
  return [
    {
      id: 'metaReview.toggle',
      title: isWriting ? 'Read the reviews' : 'Write the meta-review',
      section: 'Reviews',
      shortcut: 'Mod+Shift+M',
      keywords: ['meta-review', 'recommendation', 'reviews'],
      allowInText: true,
      run: () => goTo(isWriting ? 'reviews' : 'meta-review'),
    },
  ];
}
