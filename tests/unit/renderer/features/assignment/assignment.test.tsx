import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { FairnessCurve } from '@renderer/features/assignment/FairnessCurve';
import { NumberField } from '@renderer/features/assignment/NumberField';

// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);

const curve = {
  points: [
    { run: 4, total: 3_000_000, worst: 200_000 },
    { run: 5, total: 2_900_000, worst: 400_000 },
    { run: 6, total: 2_500_000, worst: 500_000 },
  ],
  outOfReach: 510_000,
};

function Curve(): ReactNode {
  const [shown, setShown] = useState(4);
  return <FairnessCurve curve={curve} shown={shown} onShow={setShown} />;
}

describe('the curve', () => {
  it('says each point that the slider takes, and all of them in a table', () => {
    render(<Curve />);
    const slider = screen.getByRole('slider', { name: 'Fairness to the worst paper' });
    expect(slider.getAttribute('aria-valuetext')).toBe('total 3.00, worst paper 0.20');
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toEqual(['TotalWorst paper', '3.000.20', '2.900.40', '2.500.50']);
    expect(screen.getByText(/No assignment gives every paper 0.51/)).toBeTruthy();
  });

  it('of one point offers nothing to trade', () => {
    render(
      <FairnessCurve
        curve={{ points: curve.points.slice(0, 1), outOfReach: 200_001 }}
        shown={4}
        onShow={() => undefined}
      />,
    );
    expect(screen.getByRole('slider').hasAttribute('disabled')).toBe(true);
    expect(screen.getByText(/also the fairest/)).toBeTruthy();
  });

  it('is not drawn as one where rules had to give way', () => {
    render(
      <FairnessCurve
        curve={{ points: curve.points.slice(0, 1), outOfReach: null }}
        shown={4}
        onShow={() => undefined}
      />,
    );
    expect(screen.getByText('Not every rule can be kept: there is no curve.')).toBeTruthy();
  });
});

describe('a number of papers', () => {
  function Number({ emptyMeans }: { readonly emptyMeans?: string }): ReactNode {
    const [value, setValue] = useState<number | null>(3);
    return (
      <>
        <NumberField
          label="Papers, most"
          value={value}
          onChange={setValue}
          min={1}
          max={6}
          {...(emptyMeans === undefined ? {} : { emptyMeans })}
        />
        <output>{value ?? 'any'}</output>
      </>
    );
  }

  it('that is out of bounds or no number is said at the field, and the last good one stays', async () => {
    render(<Number />);
    const field = screen.getByRole('textbox', { name: /^Papers, most/ });
    for (const typed of ['7', '0', 'x', '1.5', '-2']) {
      await userEvent.clear(field);
      await userEvent.type(field, typed);
      expect(screen.getByText('A whole number from 1 to 6.')).toBeTruthy();
    }
    await userEvent.clear(field);
    await userEvent.type(field, '5');
    expect(screen.getByRole('status').textContent).toBe('5');
    expect(screen.queryByText('A whole number from 1 to 6.')).toBeNull();
  });

  it('goes up and down by arrows, and may be left out where that means something', async () => {
    render(<Number emptyMeans="any" />);
    const field = screen.getByRole('textbox', { name: /^Papers, most/ });
    await userEvent.click(field);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowDown}');
    expect(screen.getByRole('status').textContent).toBe('5');
    await userEvent.clear(field);
    expect(screen.getByRole('status').textContent).toBe('any');
  });
});
