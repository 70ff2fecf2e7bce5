import type { ReactNode } from 'react';
import { useCommands } from '@renderer/ui/commands';
import { lastProse } from '@renderer/ui/prose-handle';
import { SnippetPicker } from './SnippetPicker';
import { closeSnippets, manageSnippets, pickSnippet, useSnippetsUi } from './snippets-state';
import { SnippetsSheet } from './SnippetsSheet';

/** My snippets wherever one writes: the list to insert from and the sheet to change them in, and their commands. */
export function Snippets(): ReactNode {
  const open = useSnippetsUi((state) => state.open);
  useCommands([
    {
      id: 'text.snippet',
      title: 'Insert a snippet…',
      section: 'Writing',
      shortcut: 'Mod+J',
      keywords: ['template', 'reuse', 'text'],
      allowInText: true,
      isEnabled: () => lastProse() !== undefined,
      run: pickSnippet,
    },
    {
      id: 'text.snippets',
      title: 'Change my snippets…',
      section: 'Writing',
      keywords: ['template', 'reuse', 'new'],
      run: manageSnippets,
    },
  ]);
  return (
    <>
      <SnippetPicker />
      {open === 'manage' && <SnippetsSheet onClose={closeSnippets} />}
    </>
  );
}
