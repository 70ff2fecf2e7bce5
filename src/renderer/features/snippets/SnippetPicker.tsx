import { useRef, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { lastProse, type ProseHandle } from '@renderer/ui/prose-handle';
import { QuickPick } from '@renderer/ui/QuickPick';
import { closeSnippets, manageSnippets, useSnippetsUi } from './snippets-state';

/** The row that is no snippet; no name of one begins with a blank. */
const MANAGE = ' manage';

/** My snippets, one of them to be put where the caret is in the field that has the focus. */
export function SnippetPicker(): ReactNode {
  const isOpen = useSnippetsUi(({ open }) => open === 'pick');
  const snippets = useQuery('snippet.list', {}).data ?? [];
  const target = useRef<ProseHandle>(undefined);
  const find = (query: string) => {
    const wanted = query.trim().toLowerCase();
    const found = snippets.filter(({ name, text }) => `${name}\n${text}`.toLowerCase().includes(wanted));
    return [
      ...found.map(({ name, text }) => ({ id: name, title: name, section: toGlimpse(text) })),
      ...(wanted === '' || found.length === 0 ? [{ id: MANAGE, title: 'Change my snippets…' }] : []),
    ];
  };
  return (
    <QuickPick
      isOpen={isOpen}
      onClose={() => {
        target.current = lastProse();
        closeSnippets();
      }}
      label="Snippets"
      queryLabel="Snippet"
      placeholder="Insert which snippet?"
      nothing="No snippet matches"
      find={find}
      onChoose={(id) => {
        if (id === MANAGE) return manageSnippets();
        const text = snippets.find(({ name }) => name === id)?.text;
        if (text === undefined) return;
        target.current?.focus();
        target.current?.insert(text);
      }}
    />
  );
}

/** The first words of a snippet, on one line. */
function toGlimpse(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 40 ? line : `${line.slice(0, 40)}…`;
}
