// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refetchQuery } from '@renderer/bridge/query-cache';
import { SnippetButton, Snippets } from '@renderer/features/snippets';
import { outlineOf } from '@renderer/features/snippets/field-outline';
import { closeSnippets } from '@renderer/features/snippets/snippets-state';
import { runCommand } from '@renderer/ui/commands';
import { ProseArea } from '@renderer/ui/ProseArea';
import { AppError } from '@shared/contract/errors';
import type { TextField } from '@shared/model/form';
import type { FieldId } from '@shared/model/ids';
import type { Snippet } from '@shared/model/snippet';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge } from '../../../../support/fake-bridge';

let kept: readonly Snippet[];

const field: TextField = {
  kind: 'text',
  id: 'summary' as FieldId,
  label: 'Summary',
  help: 'Say:\n- What is new:\n- Is it right?',
  isRequired: true,
  audience: 'authors',
  minWords: null,
  maxWords: null,
};

function Form(): ReactNode {
  const [text, setText] = useState('');
  return (
    <>
      <div data-field="summary">
        <ProseArea
          label="Summary"
          value={text}
          onChange={setText}
          aside={<SnippetButton field={field} isEmpty={text === ''} />}
        />
      </div>
      <Snippets />
    </>
  );
}

beforeEach(() => {
  standInForLayout();
  Element.prototype.scrollIntoView = () => undefined;
  kept = [{ name: 'No code', text: 'The code is not available. ' }];
  const bridge = installFakeBridge({
    'snippet.list': () => kept,
    'snippet.save': ({ replaces, ...snippet }) => {
      if (replaces === null && kept.some(({ name }) => name === snippet.name))
        throw new AppError('SNIPPET_EXISTS', 'There is one called so already.');
      kept = [...kept.filter(({ name }) => name !== replaces), snippet];
      bridge.emit({ topic: 'snippets.changed', payload: {} });
      return kept;
    },
    'snippet.remove': ({ name: gone }) => {
      kept = kept.filter(({ name }) => name !== gone);
      bridge.emit({ topic: 'snippets.changed', payload: {} });
      return kept;
    },
  });
  return refetchQuery('snippet.list', {});
});

afterEach(() => {
  cleanup();
  closeSnippets();
});

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' });

it('puts the snippet that is found by a part of its words where the caret was', async () => {
  render(<Form />);
  await userEvent.type(box(), 'First. Last.');
  box().setSelectionRange(7, 7);
  runCommand('text.snippet');
  await userEvent.type(await screen.findByRole('combobox', { name: 'Snippet' }), 'available');
  await screen.findByRole('option', { name: /^No code/ });
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(box().value).toBe('First. The code is not available. Last.'));
  expect(document.activeElement).toBe(box());
});

it('offers a start to an empty field only: the outline of its help, then the snippets', async () => {
  render(<Form />);
  await userEvent.click(await screen.findByRole('button', { name: 'Start with' }));
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'The outline of the form',
    'No code',
    'Change my snippets…',
  ]);
  await userEvent.click(screen.getByRole('menuitem', { name: 'The outline of the form' }));
  expect(box().value).toBe('**What is new**\n\n\n\n**Is it right?**\n\n');
  expect(screen.queryByRole('button', { name: 'Start with' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Insert a snippet in Summary' })).toBeTruthy();
});

it('makes, changes and removes snippets, and says when a name is taken', async () => {
  render(<Snippets />);
  runCommand('text.snippets');
  await userEvent.click(await screen.findByRole('button', { name: 'New snippet' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'No code');
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  expect(screen.getByText('Write what it inserts.')).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Words' }), 'Share it.');
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  expect(await screen.findByText('There is one called so already.')).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' 2');
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  const list = await screen.findByRole('list', { name: 'Snippets' });
  await within(list).findByText('No code 2');
  await userEvent.click(within(list).getByRole('button', { name: 'Remove No code' }));
  await vi.waitFor(() => expect(kept).toEqual([{ name: 'No code 2', text: 'Share it.' }]));
});

describe('the outline of a field', () => {
  it('is what its help lists', () => {
    expect(outlineOf('1. Novelty.\n2) Rigour:')).toBe('**Novelty**\n\n\n\n**Rigour**\n\n');
  });

  it('is none where the help lists nothing', () => {
    expect(outlineOf('In your own words: the question, and what was found.')).toBeNull();
    expect(outlineOf('- only one')).toBeNull();
  });
});
