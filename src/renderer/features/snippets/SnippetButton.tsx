import { TextCursorInput } from 'lucide-react';
import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { MenuButton } from '@renderer/ui/MenuButton';
import type { MenuGroup } from '@renderer/ui/menu-item';
import { findProse, PROSE_BOX } from '@renderer/ui/prose-handle';
import type { TextField } from '@shared/model/form';
import type { Snippet } from '@shared/model/snippet';
import { outlineOf } from './field-outline';
import { manageSnippets } from './snippets-state';

/** Props of {@link SnippetButton}. */
export interface SnippetButtonProps {
  readonly field: TextField;
  readonly isEmpty: boolean;
}

/**
 * Puts a snippet into a field; offers a start to a field that is empty: the outline its help asks for, else a snippet.
 * Nothing where there is neither.
 */
export function SnippetButton({ field, isEmpty }: SnippetButtonProps): ReactNode {
  const snippets = useQuery('snippet.list', {}).data ?? [];
  const outline = isEmpty ? outlineOf(field.help) : null;
  if (outline === null && snippets.length === 0) return null;
  const groups = toGroups(snippets, outline, (text) => insertInto(field, text));
  return isEmpty ? (
    <MenuButton size="small" label="Start with" groups={groups} />
  ) : (
    <MenuButton
      size="small"
      icon={TextCursorInput}
      label={`Insert a snippet in ${field.label}`}
      groups={groups}
    />
  );
}

function toGroups(
  snippets: readonly Snippet[],
  outline: string | null,
  insert: (text: string) => void,
): readonly MenuGroup[] {
  const own = snippets.map(({ name, text }) => ({
    id: `snippet ${name}`,
    title: name,
    run: () => insert(text),
  }));
  return [
    ...(outline === null
      ? []
      : [
          {
            id: 'Form',
            items: [{ id: 'outline', title: 'The outline of the form', run: () => insert(outline) }],
          },
        ]),
    ...(own.length === 0 ? [] : [{ id: 'own', title: 'My snippets', items: own }]),
    { id: 'More', items: [{ id: 'manage', title: 'Change my snippets…', run: manageSnippets }] },
  ];
}

function insertInto({ id }: TextField, text: string): void {
  const prose = findProse(document.querySelector(`[data-field="${id}"] ${PROSE_BOX}`));
  if (prose === undefined) return;
  prose.insert(text);
  // After the menu has handed the focus back to its button.
  setTimeout(() => requestAnimationFrame(prose.focus));
}
