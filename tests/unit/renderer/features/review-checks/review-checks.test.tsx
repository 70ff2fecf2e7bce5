// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FormHandle } from '@renderer/features/common/form-handle';
import { ReviewChecks } from '@renderer/features/review-checks';
import { withAnswer } from '@renderer/features/review-form/answer-values';
import { runCommand } from '@renderer/ui/commands';
import { AppError } from '@shared/contract/errors';
import type { Library } from '@shared/contract/library';
import type { FieldId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { completeAnswers, paperView, venue } from '../review-form/form-fixture';

const words = Array.from({ length: 40 }, () => 'word').join(' ');
const saying = (field: string, sentence: string): Answers =>
  withAnswer(completeAnswers(), field as FieldId, { kind: 'text', text: `${words}\n${sentence}` });

let bridge: FakeBridge;
let aside: string[];
let answers: Answers;
let listeners: Set<() => void>;
let went: unknown[];

const form = (): FormHandle => ({
  venue,
  paper: { ...paperView().paper, topics: [] },
  answers: () => answers,
  subscribe: (onChange) => {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  },
  goTo: (...place) => went.push(place),
  fieldInHand: () => null,
  restore: () => Promise.resolve(),
});
const edit = (next: Answers): void =>
  act(() => {
    answers = next;
    for (const listener of listeners) listener();
  });

beforeEach(() => {
  standInForLayout();
  aside = [];
  listeners = new Set();
  went = [];
  bridge = installFakeBridge({
    'library.get': () =>
      ({ me: { name: 'Ada Lindqvist', email: 'ada@example.org' }, papers: [] }) as unknown as Library,
    'review.listDismissed': () => aside,
    'review.dismiss': ({ finding, venue: id, paper }) => {
      aside = [...aside, finding];
      queueMicrotask(() => bridge.emit({ topic: 'checks.changed', payload: { venue: id, paper } }));
      return null;
    },
    'review.undismissAll': ({ venue: id, paper }) => {
      aside = [];
      queueMicrotask(() => bridge.emit({ topic: 'checks.changed', payload: { venue: id, paper } }));
      return null;
    },
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const notes = (): string[] =>
  screen.queryAllByRole('listitem').map((row) => within(row).getAllByRole('button')[0]?.textContent ?? '');

it('says nothing where there is nothing to look at, or what is required only', async () => {
  const presented = withAnswer(completeAnswers(), 'presentation' as FieldId, {
    kind: 'choice',
    option: 'oral' as FieldId,
  });
  answers = withAnswer(presented, 'confidential' as FieldId, { kind: 'text', text: 'No.' });
  const { container } = render(<ReviewChecks form={form()} />);
  await waitFor(() => expect(bridge.requests.map(({ name }) => name)).toContain('review.listDismissed'));
  expect(container.textContent).toBe('');
  edit({});
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(container.textContent).toBe('');
});

it('shows a quiet count that opens the list, and leads to the words', async () => {
  answers = saying('summary', 'by Ada Lindqvist');
  render(<ReviewChecks form={form()} />);
  const toggle = await screen.findByRole('button', { name: '3 things to look at' });
  expect(toggle.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.click(toggle);
  expect(notes()[0]).toBe('Summary holds your name, “Ada Lindqvist”. Authors will read it.');
  await userEvent.click(screen.getByRole('button', { name: /^Summary holds your name/ }));
  const from = words.length + 4;
  expect(went).toEqual([['summary', { from, to: from + 'Ada Lindqvist'.length }]]);
});

it('puts a note aside until its text changes, keeps the focus in the list, and brings all back', async () => {
  answers = saying('summary', 'by Ada Lindqvist');
  render(<ReviewChecks form={form()} />);
  await screen.findByRole('button', { name: '3 things to look at' });
  act(() => void runCommand('review.checks'));
  expect(document.activeElement?.textContent).toMatch(/^Summary holds/);
  await userEvent.click(screen.getAllByRole('button', { name: 'Put aside' })[0] as HTMLElement);
  await screen.findByRole('button', { name: '2 things to look at (1 put aside)' });
  expect(notes().join()).not.toContain('Summary');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Put aside');
  edit(saying('summary', 'was by Ada Lindqvist'));
  await screen.findByRole('button', { name: '3 things to look at' });
  edit(saying('summary', 'by Ada Lindqvist'));
  await screen.findByRole('button', { name: '2 things to look at (1 put aside)' });
  await userEvent.click(screen.getByRole('button', { name: 'Show 1 again' }));
  await screen.findByRole('button', { name: '3 things to look at' });
});

it('waits for a pause in typing before it judges', async () => {
  answers = saying('summary', 'nothing');
  render(<ReviewChecks form={form()} />);
  await screen.findByRole('button', { name: '2 things to look at' });
  edit(saying('summary', 'by Ada Lindqvist'));
  expect(screen.getByRole('button', { name: '2 things to look at' })).toBeTruthy();
  await screen.findByRole('button', { name: '3 things to look at' });
});

it('leaves the list by Escape, to the line that opened it', async () => {
  answers = saying('summary', 'by Ada Lindqvist');
  render(<ReviewChecks form={form()} />);
  const toggle = await screen.findByRole('button', { name: '3 things to look at' });
  act(() => void runCommand('review.checks'));
  await userEvent.keyboard('{Escape}');
  expect(notes()).toEqual([]);
  expect(document.activeElement).toBe(toggle);
});

it('says why a note could not be put aside, and keeps it', async () => {
  bridge.handle({
    'review.dismiss': () => {
      throw new AppError('DISK_FULL', 'The disk is full.');
    },
  });
  answers = saying('summary', 'by Ada Lindqvist');
  render(<ReviewChecks form={form()} />);
  await userEvent.click(await screen.findByRole('button', { name: '3 things to look at' }));
  await userEvent.click(screen.getAllByRole('button', { name: 'Put aside' })[0] as HTMLElement);
  expect(await screen.findByText(/The disk is full/)).toBeTruthy();
  expect(notes()).toHaveLength(3);
});
