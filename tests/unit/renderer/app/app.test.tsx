import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '@renderer/app/App';
import { startAt, useNavigation } from '@renderer/app/navigation';
import { setClock } from '@renderer/bridge/clock';
import { useImportFlow } from '@renderer/features/bundle-import/import-flow';
import type { SplitPaneProps } from '@renderer/ui/SplitPane';
import { useToasts } from '@renderer/ui/toasts';
import { closeSheet } from '@renderer/workspaces/sheets-state';
import type { AppInfo, Preferences } from '@shared/contract/app';
import { AppError } from '@shared/contract/errors';
import type { PaperView } from '@shared/contract/library';
import type { FileToken, PaperNumber, Sha256 } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge';
import { libraryOf, rowOf, venue } from '../features/library/library-fixture';

// The pages need a real browser; here only what the desk tells the reader, and hears from it, matters.
vi.mock('@renderer/reader', () => ({
  prewarmReader: () => undefined,
  fetchAhead: () => undefined,
  Reader: ({ source, initialPlace, onPlaceChange }: ReaderStandIn): ReactNode => {
    useEffect(() => onPlaceChange?.({ page: 3, top: 10, left: 0 }), [onPlaceChange]);
    return (
      <div data-testid="reader">
        {source.url} {JSON.stringify(initialPlace)}
      </div>
    );
  },
}));
// Panes without a size fold themselves away.
vi.mock('@renderer/ui/SplitPane', () => ({
  SplitPane: ({ panes }: SplitPaneProps): ReactNode =>
    panes.map((pane) => <div key={pane.id}>{pane.content}</div>),
}));
interface ReaderStandIn {
  readonly source: { readonly url: string };
  readonly initialPlace: unknown;
  readonly onPlaceChange?: (place: unknown) => void;
}

const now = '2026-05-10T09:00:00.000Z' as Instant;
const papers = [rowOf(7), rowOf(12), rowOf(31)];
let preferences: Preferences;
let bridge: FakeBridge;

function paperView(number: number, view: unknown = null): PaperView {
  return {
    paper: {
      number: number as PaperNumber,
      title: `Paper ${number}`,
      abstract: '',
      keywords: [],
      topics: [],
      authors: [],
      pdf: { sha256: String(number).padStart(64, '0') as Sha256, sizeBytes: 1 },
    },
    pdfUrl: `app://blob/${venue.id}/${number}`,
    due: null,
    draft: { answers: {}, isReady: false, status: 'not-started', shortcomings: [], savedAt: null },
    response: null,
    otherVersions: [],
    view,
  };
}

beforeEach(() => {
  standInForLayout(800, 1440);
  preferences = { theme: 'light', textSizePercent: 100, panes: {}, place: null };
  useImportFlow.setState({ step: { kind: 'closed' }, waiting: [] });
  useToasts.setState({ toasts: [] });
  closeSheet();
  setClock(now);
  const info = (): AppInfo => ({
    version: '0.1.0',
    runtime: 'Electron',
    platform: 'linux',
    now,
    timeZone: 'UTC',
    preferences,
  });
  bridge = installFakeBridge({
    'app.get': info,
    'app.setPreferences': (changes) => {
      preferences = { ...preferences, ...(changes as Partial<Preferences>) };
      bridge.emit({ topic: 'preferences.changed', payload: preferences });
      return preferences;
    },
    'file.takeOffered': () => [],
    'library.list': () => [
      {
        venue: venue.id,
        shortName: venue.shortName,
        name: venue.name,
        roles: ['reviewer'],
        paperCount: 3,
        isSample: false,
        problem: null,
      },
    ],
    'library.get': () => libraryOf(papers),
    'paper.get': ({ paper }) => paperView(paper, { place: { page: 2 }, mode: 'both', layout: null }),
    'paper.rememberView': () => null,
  });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  useNavigation.setState({ wanted: null });
});

describe('starting', () => {
  it('opens the paper that was open, at its place, and says so in the title', async () => {
    startAt({ venue: venue.id, workspace: 'reviewer', paper: 12 as PaperNumber });
    render(<App />);
    const reader = await screen.findByTestId('reader');
    expect(reader.textContent).toBe(`app://blob/${venue.id}/12 {"page":2}`);
    expect(document.title).toBe(`#12 Paper 12 - ${venue.shortName} - Referee`);
    expect(await screen.findByRole('region', { name: 'Review of paper 12' })).toBeTruthy();
  });

  it('shows what can be done when there is nothing yet', async () => {
    bridge.handle({ 'library.list': () => [] });
    render(<App />);
    expect(await screen.findByRole('button', { name: 'Open a bundle...' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try the sample' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Set up a venue' })).toBeTruthy();
  });

  it('says of a venue that cannot be opened why, in its place, and opens the others', async () => {
    const problem = {
      code: 'STORE_DAMAGED',
      message: 'The database of the venue broken-2025 is damaged. It was left as it is.',
      detail: null,
    } as const;
    const broken = { venue: 'broken-2025' as never, shortName: 'broken-2025', name: 'broken-2025' };
    const whole = { venue: venue.id, shortName: venue.shortName, name: venue.name };
    bridge.handle({
      'library.list': () => [
        { ...broken, roles: [], paperCount: 0, isSample: false, problem },
        { ...whole, roles: ['reviewer'], paperCount: 3, isSample: false, problem: null },
      ],
    });
    render(<App />);
    expect(await screen.findByText('broken-2025 cannot be opened')).toBeTruthy();
    expect(screen.getByText(/^Its database is damaged and was left as it is\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^broken-2025/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Referee' }));
    expect(screen.getByRole('menuitem', { name: /^broken-2025/ }).textContent).toContain(problem.message);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: new RegExp(venue.shortName) }));
    expect(useNavigation.getState().wanted).toMatchObject({ kind: 'venue', place: { venue: venue.id } });
  });

  it('opens the files that the system asked for before the window was there', async () => {
    bridge.handle({
      'file.takeOffered': () => [{ token: 'f-1' as FileToken, name: 'ada.referee' }],
      'bundle.inspect': () => 'j-1' as never,
    });
    bridge.emitJob({ id: 'j-1' as never, kind: 'inspect-bundle' });
    render(<App />);
    expect(await screen.findByRole('dialog', { name: 'ada.referee' })).toBeTruthy();
  });
});

describe('at the desk', () => {
  beforeEach(() => startAt({ venue: venue.id, workspace: 'reviewer', paper: 12 as PaperNumber }));

  it('goes from paper to paper by key, also while typing, and remembers the place', async () => {
    render(<App />);
    await screen.findByTestId('reader');
    await userEvent.keyboard('j');
    await waitFor(() => expect(screen.getByTestId('reader').textContent).toContain('/31'));
    await userEvent.click((await screen.findAllByRole('textbox'))[0] as HTMLElement);
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(screen.getByTestId('reader').textContent).toContain('/12'));
    expect(preferences.place).toEqual({ venue: venue.id, workspace: 'reviewer', paper: 12 });
  });

  it('remembers how a paper is looked at: place and panes together', async () => {
    render(<App />);
    await screen.findByTestId('reader');
    await userEvent.click(screen.getByRole('radio', { name: 'Form only' }));
    expect(screen.queryByTestId('reader')).toBeNull();
    const remembered = bridge.requests.filter((made) => made.name === 'paper.rememberView').at(-1)?.input;
    expect(remembered).toEqual({
      venue: venue.id,
      paper: 12,
      view: { place: { page: 3, top: 10, left: 0 }, mode: 'form', layout: null },
    });
  });

  it('shows a refused paper in its place, with the way back', async () => {
    bridge.handle({
      'paper.get': () => {
        throw new AppError('PAPER_NOT_FOUND', 'There is no paper 12 here.');
      },
    });
    render(<App />);
    expect((await screen.findByRole('alert')).textContent).toContain('There is no paper 12 here.');
    expect(screen.getByRole('button', { name: 'All papers' })).toBeTruthy();
  });

  it('runs what the native menu chose', async () => {
    render(<App />);
    await screen.findByTestId('reader');
    act(() => bridge.emit({ topic: 'command.chosen', payload: { command: 'app.settings' } }));
    const sheet = await screen.findByRole('dialog', { name: 'Settings' });
    await userEvent.click(within(sheet).getByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    expect(preferences.theme).toBe('dark');
  });

  it('warns when the clock is behind what this venue has seen', async () => {
    bridge.handle({
      'library.get': () => libraryOf(papers, { latestSeen: '2026-05-14T09:00:00.000Z' as Instant }),
    });
    render(<App />);
    expect(await screen.findByText(/clock is at least 4 d behind/)).toBeTruthy();
  });
});

it('has no two commands under one key', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  startAt({ venue: venue.id, workspace: 'reviewer', paper: 12 as PaperNumber });
  render(<App />);
  await screen.findByTestId('reader');
  expect(
    complain.mock.calls.map(([words]) => String(words)).filter((words) => words.includes('shortcut')),
  ).toEqual([]);
});
