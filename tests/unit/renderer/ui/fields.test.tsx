import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { insertText } from '@renderer/ui/insert-text';
import { TagPicker } from '@renderer/ui/TagPicker';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import './dom';

afterEach(cleanup);

const describedAs = (element: Element): readonly (string | null | undefined)[] =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent);

describe('a field', () => {
  it('is named by its label and described by its help and its error', () => {
    render(
      <TextField
        label="Number"
        description="As on the paper"
        error="Not a number"
        value="x"
        onChange={() => undefined}
      />,
    );
    const field = screen.getByRole('textbox', { name: 'Number' });
    expect(describedAs(field)).toEqual(['As on the paper', 'Not a number']);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('is valid and undescribed without them', () => {
    render(<TextField label="Number" value="" onChange={() => undefined} />);
    const field = screen.getByRole('textbox');
    expect([field.hasAttribute('aria-invalid'), field.hasAttribute('aria-describedby')]).toEqual([
      false,
      false,
    ]);
  });
});

describe('insertText', () => {
  it('puts text at the caret and tells the owner', async () => {
    const ref = createRef<HTMLTextAreaElement>();
    function Strengths(): ReactNode {
      const [text, setText] = useState('one two');
      return (
        <TextArea
          label="Strengths"
          value={text}
          onChange={setText}
          ref={ref}
          aside={`${text.length} characters`}
        />
      );
    }
    render(<Strengths />);
    const field = ref.current;
    if (!field) throw new Error('no field');
    field.setSelectionRange(4, 4);
    insertText(field, 'and ');
    expect(field.value).toBe('one and two');
    await screen.findByText('11 characters');
    expect(document.activeElement).toBe(field);
  });
});

describe('TagPicker', () => {
  function Topics(): ReactNode {
    const [chosen, setChosen] = useState<readonly string[]>(['sbi']);
    return (
      <TagPicker
        label="Topics"
        addLabel="Add topic"
        options={[
          { id: 'sbi', label: 'Inference' },
          { id: 'emulators', label: 'Emulators' },
          { id: 'pipelines', label: 'Simulator pipelines' },
        ]}
        selected={chosen}
        onAdd={(id) => setChosen([...chosen, id])}
        onRemove={(id) => setChosen(chosen.filter((one) => one !== id))}
      />
    );
  }

  const tags = (): readonly (string | null)[] =>
    screen.getAllByRole('button', { name: /^Remove / }).map((button) => button.getAttribute('aria-label'));

  it('adds what is found by typing, and offers only what is left', async () => {
    const user = userEvent.setup();
    render(<Topics />);
    await user.click(screen.getByRole('button', { name: 'Add topic' }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Emulators',
      'Simulator pipelines',
    ]);
    await user.keyboard('pipe{Enter}');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Emulators']);
    await user.keyboard('{Escape}');
    expect(tags()).toEqual(['Remove Inference', 'Remove Simulator pipelines']);
  });

  it('removes by a button that says which', async () => {
    const user = userEvent.setup();
    render(<Topics />);
    await user.click(screen.getByRole('button', { name: 'Remove Inference' }));
    expect(screen.queryByRole('button', { name: /^Remove / })).toBeNull();
  });
});
