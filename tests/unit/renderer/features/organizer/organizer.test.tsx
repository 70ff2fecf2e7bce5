// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssignmentExport, VenueSetUp } from '@renderer/features/organizer';
import type { FilePurpose } from '@shared/contract/file';
import type { FileToken, JobId, PaperNumber, VenueId } from '@shared/model/ids';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { cellOf, consolidationOf, paperOf } from '../consolidation/consolidation-fixture';

const job = 'j-1' as JobId;
const names: Partial<Record<FilePurpose, string>> = {
  'papers-table': 'papers.csv',
  'pdf-folder': 'pdfs',
  'assignments-table': 'assignments.csv',
  'bundle-folder': 'outgoing',
};
const tokens: Partial<Record<FilePurpose, FileToken>> = {
  'papers-table': 'f-1' as FileToken,
  'pdf-folder': 'f-2' as FileToken,
  'assignments-table': 'f-3' as FileToken,
  'bundle-folder': 'f-4' as FileToken,
};
let bridge: FakeBridge;

beforeEach(() => {
  // jsdom lacks it, and tables measure themselves.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  bridge = installFakeBridge({
    'file.choose': ({ purpose }) => {
      const [token, name] = [tokens[purpose], names[purpose]];
      return token === undefined || name === undefined ? [] : [{ token, name }];
    },
    'venue.create': () => {
      bridge.emitJob({ id: job, kind: 'create-venue' });
      return job;
    },
    'assignment.export': () => {
      bridge.emitJob({ id: job, kind: 'export-assignments' });
      return job;
    },
  });
});
afterEach(cleanup);

const asked = (name: string): unknown[] =>
  bridge.requests.filter((made) => made.name === name).map((made) => made.input);

describe('setting a venue up', () => {
  const fill = async (): Promise<void> => {
    for (const what of ['table of papers', 'folder of pdfs', 'table of assignments']) {
      await userEvent.click(screen.getByRole('button', { name: `Choose ${what}` }));
    }
    await userEvent.type(screen.getByRole('textbox', { name: /^Your name/ }), ' Noor Haddad ');
    await userEvent.type(screen.getByRole('textbox', { name: /^Your e-mail/ }), 'noor@example.org');
    await userEvent.click(screen.getByRole('button', { name: 'Set up venue' }));
  };

  it('asks for everything that is missing, and goes to the first of it', async () => {
    render(<VenueSetUp onCreated={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: 'Set up venue' }));
    expect(screen.getByText('Choose the table of papers.')).toBeTruthy();
    expect(screen.getByText('This is not an e-mail address.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose table of papers' }));
    expect(asked('venue.create')).toEqual([]);
  });

  it('hands over the chosen files and answers the new venue', async () => {
    const onCreated = vi.fn();
    render(<VenueSetUp onCreated={onCreated} />);
    await fill();
    expect(asked('venue.create')).toEqual([
      {
        venueFile: null,
        papersTable: 'f-1',
        pdfFolder: 'f-2',
        assignmentsTable: 'f-3',
        organizer: { name: 'Noor Haddad', email: 'noor@example.org' },
      },
    ]);
    const venue = 'sim2science-2026' as VenueId;
    const counts = { paperCount: 10, reviewerCount: 8, chairCount: 1, assignmentCount: 40 };
    bridge.emitJob({
      id: job,
      kind: 'create-venue',
      status: 'done',
      result: { venue, shortName: 'S', ...counts },
    });
    await waitFor(() => expect(onCreated).toHaveBeenCalledExactlyOnceWith(venue));
  });

  it('lists every problem of a table at the file that has it', async () => {
    render(<VenueSetUp onCreated={() => undefined} />);
    await fill();
    bridge.emitJob({
      id: job,
      kind: 'create-venue',
      status: 'failed',
      error: {
        code: 'TABLE_INVALID',
        message: 'assignments.csv cannot be used: line 3: "x" is not a paper number, and 1 more.',
        detail: 'line 3: "x" is not a paper number\nline 9: the name is missing',
      },
    });
    const problem = await screen.findByText('line 9: the name is missing');
    const button = screen.getByRole('button', { name: 'Choose table of assignments' });
    expect(button.parentElement?.parentElement?.contains(problem)).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(button));
    // Another file is another try: what was said of the old one goes.
    await userEvent.click(button);
    expect(screen.queryByText('line 9: the name is missing')).toBeNull();
  });
});

describe('writing assignment bundles', () => {
  it('writes into the chosen folder and says who gets which file', async () => {
    bridge.handle({
      'consolidation.get': () =>
        consolidationOf([paperOf(7, 'Emulating', [cellOf('Ada', null), cellOf('Ben', 4)])]),
    });
    render(<AssignmentExport venue={'sim2science-2026' as VenueId} />);
    expect(await screen.findByText(/each of 2 reviewers/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Write bundles/ }));
    expect(asked('assignment.export')).toEqual([{ venue: 'sim2science-2026', folder: 'f-4' }]);
    bridge.emitJob({
      id: job,
      kind: 'export-assignments',
      status: 'done',
      result: {
        folder: { token: 'f-4' as FileToken, name: 'outgoing' },
        bundles: [
          {
            fileName: 'ada.referee',
            person: 'Ada',
            role: 'reviewer',
            papers: [7 as PaperNumber],
            sizeBytes: 1000,
          },
        ],
      },
    });
    expect(await screen.findByText('Wrote 1 bundle to outgoing')).toBeTruthy();
    expect(screen.getByRole('grid', { name: 'Bundles written' })).toBeTruthy();
  });
});
