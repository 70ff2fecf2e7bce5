import { expect, it, vi } from 'vitest';
import { organizerCommands } from '@renderer/workspaces/organizer-commands';

it('leads to the decisions from the reviews and from an open paper, and from the decisions back', () => {
  const showAll = vi.fn();
  const press = (view: Parameters<typeof organizerCommands>[0]['view']) =>
    organizerCommands({ view, showAll, writeAssignments: () => undefined })
      .find(({ id }) => id === 'decision.show')
      ?.run();
  press('reviews');
  press(null);
  press('decisions');
  expect(showAll.mock.calls).toEqual([['decisions'], ['decisions'], ['reviews']]);
});
