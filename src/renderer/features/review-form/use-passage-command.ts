import { use } from 'react';
import { useCommands } from '@renderer/ui/commands';
import { innerLinkAt, InnerLinksContext } from '@renderer/ui/inner-links';
import { lastProse } from '@renderer/ui/prose-handle';

/** Registers the way from a quoted line, where the caret is, to the passage on the page. */
export function usePassageCommand(): void {
  const links = use(InnerLinksContext);
  const urlAtCaret = (): string | undefined => {
    const prose = lastProse();
    const url = prose && innerLinkAt(prose.text(), prose.selection().to);
    return url !== undefined && links?.stateOf(url) === 'here' ? url : undefined;
  };
  useCommands([
    {
      id: 'review.passage',
      title: 'Show the passage that is quoted here',
      section: 'Review',
      shortcut: 'Alt+Enter',
      keywords: ['evidence', 'note', 'link'],
      allowInText: true,
      isEnabled: () => urlAtCaret() !== undefined,
      run: () => {
        const url = urlAtCaret();
        if (url !== undefined) links?.show(url);
      },
    },
  ]);
}
