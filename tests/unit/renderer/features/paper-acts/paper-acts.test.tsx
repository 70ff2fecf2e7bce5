// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePaperActs, useProposals, type OwnAnswers } from '@renderer/features/paper-acts';
import { runCommand } from '@renderer/ui/commands';
import { AppError } from '@shared/contract/errors';
import type { PaperView } from '@shared/contract/library';
import type { FieldId, PersonId, Sha256 } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { paperView, venue } from '../review-form/form-fixture';

const at = '2026-05-10T12:00:00.000Z' as Instant;
const text = (words: string): Answer => ({ kind: 'text', text: words });
const summary = 'summary' as FieldId;
const helper = {
  person: 'p-0000000000000009' as PersonId,
  name: 'Ida Berg',
  email: 'ida@example.org',
  handedAt: at,
  isCredited: false,
  proposals: [
    {
      hash: '9'.repeat(64) as Sha256,
      answers: { [summary]: text('Their summary.') },
      isReady: true,
      writtenAt: at,
      receivedAt: at,
    },
  ],
};

let bridge: FakeBridge;
let mine: Answers;
let listeners: Set<() => void>;

/** My answers, as a form that is not there would keep them. */
const own: OwnAnswers = {
  answers: () => mine,
  isReady: () => false,
  edit: (field, answer) => {
    mine = { ...mine, [field]: answer };
    for (const listener of listeners) listener();
  },
  subscribe: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function Desk({ view }: { readonly view: PaperView }): ReactNode {
  const acts = usePaperActs(venue.id, view);
  const answers = useMemo(() => own, []);
  const proposals = useProposals(venue, view, answers);
  return (
    <>
      <p>{acts.refusal}</p>
      {acts.takeBack}
      {acts.sheet}
      {proposals.banners}
      {proposals.sheet}
    </>
  );
}

beforeEach(() => {
  standInForLayout();
  mine = { [summary]: text('My summary.') };
  listeners = new Set();
  bridge = installFakeBridge({
    'app.get': () => ({ timeZone: 'UTC', preferences: {} }) as never,
    'help.get': () => ({ isAllowed: null, helpers: [helper] }),
    'paper.refuse': ({ statement }) => ({ statement, statedAt: at, isSent: false }),
    'paper.takeBack': () => null,
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const sent = (name: string) => bridge.requests.filter((one) => one.name === name).map(({ input }) => input);

it('declares a conflict with its kind and note, and keeps the sheet with the reason when that is refused', async () => {
  const user = userEvent.setup();
  render(<Desk view={paperView()} />);
  act(() => void runCommand('paper.conflict'));
  await user.click(screen.getByRole('radio', { name: 'Advisor or student' }));
  await user.type(screen.getByLabelText('Note (optional)'), '  My student.  ');
  bridge.handle({
    'paper.refuse': () => {
      throw new AppError('DISK_FULL', 'The disk is full.');
    },
  });
  await user.click(screen.getByRole('button', { name: 'Declare the conflict' }));
  expect(await screen.findByText(/The disk is full/)).toBeTruthy();
  bridge.handle({ 'paper.refuse': ({ statement }) => ({ statement, statedAt: at, isSent: false }) });
  await user.click(screen.getByRole('button', { name: 'Declare the conflict' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent('paper.refuse')[1]).toEqual({
    venue: venue.id,
    paper: 12,
    statement: { kind: 'conflict', conflict: 'advisor', note: 'My student.' },
  });
});

it('says why the form takes nothing, whether chairs know, and takes that back', async () => {
  const user = userEvent.setup();
  const view = paperView();
  const response = {
    statement: { kind: 'declined', reason: 'No time.' } as const,
    statedAt: at,
    isSent: true,
  };
  render(<Desk view={{ ...view, response, draft: { ...view.draft, status: 'declined' } }} />);
  expect(screen.getByText(/You declined this paper: "No time\." Your last export says so\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Review it after all' }));
  expect(sent('paper.takeBack')).toEqual([{ venue: venue.id, paper: 12 }]);
});

it('asks for help only once a name and an address are there, and warns where the venue says nothing of it', async () => {
  const user = userEvent.setup();
  render(<Desk view={paperView()} />);
  act(() => void runCommand('paper.handOver'));
  expect(await screen.findByText('Ask the chairs first')).toBeTruthy();
  const write = screen.getByRole('button', { name: 'Write the file...' });
  expect(write.hasAttribute('disabled')).toBe(true);
  await user.type(screen.getByLabelText(/^Name/), 'Ida Berg');
  await user.type(screen.getByLabelText(/^E-mail/), 'ida@example.org');
  expect(write.hasAttribute('disabled')).toBe(false);
});

it('takes a field of a proposal over into the review, and puts the reviewer’s own back', async () => {
  const user = userEvent.setup();
  render(<Desk view={paperView()} />);
  await user.click(await screen.findByRole('button', { name: 'Compare with yours' }));
  const label = venue.form.fields.find(({ id }) => id === summary)?.label ?? '';
  await user.click(screen.getByRole('button', { name: `Take this over: ${label}` }));
  expect(mine[summary]).toEqual(text('Their summary.'));
  await user.click(screen.getByRole('button', { name: `Put mine back: ${label}` }));
  expect(mine[summary]).toEqual(text('My summary.'));
});
