import './dom';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { RadioScale } from '@renderer/ui/RadioScale';

const options = [
  { value: 1, meaning: 'Poor' },
  { value: 2, meaning: 'Fair' },
  { value: 3, meaning: 'Good' },
  { value: 4, meaning: 'Excellent' },
];

function Rating({ isRequired = false }: { readonly isRequired?: boolean }): ReactNode {
  const [value, setValue] = useState<number | null>(null);
  return (
    <RadioScale
      label="Soundness"
      options={options}
      value={value}
      onChange={setValue}
      isRequired={isRequired}
    />
  );
}

const chosen = (): string | null => {
  const radio = screen.queryByRole('radio', { checked: true });
  return radio && radio.getAttribute('aria-label');
};

describe('RadioScale', () => {
  afterEach(cleanup);

  it('is a radio group named by its label, each step named with its meaning', () => {
    render(<Rating isRequired />);
    expect(screen.getByRole('radiogroup', { name: /Soundness/ })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '4, Excellent' })).toBeTruthy();
  });

  it('picks a step by its digit and ignores digits that are no step', async () => {
    const user = userEvent.setup();
    render(<Rating />);
    await user.tab();
    await user.keyboard('3');
    expect(chosen()).toBe('3, Good');
    await user.keyboard('9');
    expect(chosen()).toBe('3, Good');
  });

  it('moves with the arrows from the step picked', async () => {
    const user = userEvent.setup();
    render(<Rating />);
    await user.tab();
    await user.keyboard('2{ArrowRight}');
    expect(chosen()).toBe('3, Good');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(chosen()).toBe('1, Poor');
  });

  it('takes an optional rating back with Backspace, and keeps a required one', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<Rating />);
    await user.tab();
    await user.keyboard('2{Backspace}');
    expect(chosen()).toBeNull();
    unmount();
    render(<Rating isRequired />);
    await user.tab();
    await user.keyboard('2{Backspace}');
    expect(chosen()).toBe('2, Fair');
  });

  it('shows the meaning of the step pointed at, then of the chosen one again', async () => {
    const user = userEvent.setup();
    render(<Rating />);
    const shown = (): string | null | undefined => document.querySelector('[data-shown]')?.textContent;
    expect(shown()).toBe('Not rated. Press 1 to 4.');
    await user.click(screen.getByRole('radio', { name: '2, Fair' }));
    await user.hover(screen.getByRole('radio', { name: '4, Excellent' }));
    expect(shown()).toBe('4 Excellent');
    await user.unhover(screen.getByRole('radio', { name: '4, Excellent' }));
    expect(shown()).toBe('2 Fair');
  });
});
