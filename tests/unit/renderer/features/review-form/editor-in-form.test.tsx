// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ReviewForm } from '@renderer/features/review-form';
import { withAnswer } from '@renderer/features/review-form/answer-values';
import { openEvidence } from '@renderer/features/review-form/evidence';
import { forgetSessions } from '@renderer/features/review-form/open-session';
import { runCommand } from '@renderer/ui/commands';
import { loadEditor } from '@renderer/ui/editor/editor-loader';
import { findProse, type ProseHandle } from '@renderer/ui/prose-handle';
import type { FieldId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge } from '../../../../support/fake-bridge';
import { draftOf, paperView, venue } from './form-fixture';

let onDisk: Answers;

beforeAll(() => loadEditor());

beforeEach(() => {
  standInForLayout();
  // jsdom has no layout to tell of.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Element.prototype.scrollIntoView = () => undefined;
  onDisk = {};
  installFakeBridge({
    'review.answer': ({ field, answer }) => {
      onDisk = withAnswer(onDisk, field, answer);
      return draftOf(onDisk, '2026-05-10T12:04:31.000Z');
    },
  });
});

afterEach(() => {
  cleanup();
  forgetSessions();
});

const box = (name: RegExp): HTMLElement => screen.getByRole('textbox', { name });

function prose(name: RegExp): ProseHandle {
  const found = findProse(box(name));
  if (found === undefined) throw new Error('the text box is no field of prose');
  return found;
}

it('sends what is typed in the editor, and takes it back with the history of the form', async () => {
  render(<ReviewForm venue={venue} paper={paperView()} />);
  await userEvent.type(box(/^Summary/), 'Good work');
  await vi.waitFor(() => expect(Object.values(onDisk)).toEqual([{ kind: 'text', text: 'Good work' }]));
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(prose(/^Summary/).text()).toBe('');
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(prose(/^Summary/).text()).toBe('Good work');
  expect(prose(/^Summary/).selection()).toEqual({ from: 9, to: 9 });
  expect(document.activeElement).toBe(box(/^Summary/));
  await vi.waitFor(() => expect(Object.values(onDisk)).toEqual([{ kind: 'text', text: 'Good work' }]));
});

it('undoes what another field said last, and goes there', async () => {
  render(<ReviewForm venue={venue} paper={paperView()} />);
  await userEvent.type(box(/^Questions/), 'Why?');
  await vi.waitFor(() => expect(Object.keys(onDisk)).toEqual(['questions']));
  prose(/^Summary/).focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(document.activeElement).toBe(box(/^Questions/));
  expect(prose(/^Questions/).text()).toBe('');
});

it('quotes into the field that was written in last, and the first one before that', async () => {
  const texts = openEvidence(venue, paperView());
  render(<ReviewForm venue={venue} paper={paperView()} />);
  expect(texts.inHand()).toBe(texts.fields[0]?.id);
  prose(/^Questions/).focus();
  (document.activeElement as HTMLElement).blur();
  expect(texts.inHand()).toBe('questions');
  texts.write('questions' as FieldId, '> “quoted”\n\n');
  await vi.waitFor(() => expect(prose(/^Questions/).text()).toBe('> “quoted”\n\n'));
});

it('gives one field the form to itself, keeps the caret, and Escape shows all of it again', async () => {
  render(<ReviewForm venue={venue} paper={paperView()} />);
  await userEvent.type(box(/^Questions/), 'Why?');
  prose(/^Questions/).select({ from: 1, to: 1 });
  const alone = (): (string | null)[] =>
    [...document.querySelectorAll('[data-field][data-alone]')].map((one) => one.getAttribute('data-field'));
  runCommand('review.alone');
  expect(alone()).toEqual(['questions']);
  expect(prose(/^Questions/).selection()).toEqual({ from: 1, to: 1 });
  await userEvent.keyboard('{Escape}');
  expect(alone()).toEqual([]);
  expect(document.activeElement).toBe(box(/^Questions/));
});
