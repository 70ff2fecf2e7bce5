// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnsavedWork } from '@renderer/features/common/saving/UnsavedWork';
import { ReviewForm } from '@renderer/features/review-form';
import { forgetSessions } from '@renderer/features/review-form/open-session';
import { withAnswer } from '@renderer/features/review-form/answer-values';
import { runCommand } from '@renderer/ui/commands';
import { AppError } from '@shared/contract/errors';
import type { FieldId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { completeAnswers, draftOf, paperView, venue } from './form-fixture';

const summary = 'summary' as FieldId;
let bridge: FakeBridge;
let onDisk: Answers;
let isDiskFull: boolean;

beforeEach(() => {
  onDisk = {};
  isDiskFull = false;
  Element.prototype.scrollIntoView = () => undefined;
  // jsdom lacks it; the list boxes of react-aria ask for it.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  bridge = installFakeBridge({
    'review.answer': ({ field, answer }) => {
      if (isDiskFull) throw new AppError('DISK_FULL', 'The disk is full. Free some space.');
      onDisk = withAnswer(onDisk, field, answer);
      return draftOf(onDisk, '2026-05-10T12:04:31.000Z');
    },
    'review.markReady': () => draftOf(onDisk, '2026-05-10T12:04:31.000Z', true),
    'review.takeBack': () => draftOf(onDisk, '2026-05-10T12:04:31.000Z'),
  });
});

afterEach(() => {
  cleanup();
  forgetSessions();
});

function open(answers: Answers = {}) {
  onDisk = answers;
  return render(<ReviewForm venue={venue} paper={paperView(answers)} />);
}

const summaryBox = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Summary/ });
const textOnDisk = (field: string): string | undefined => {
  const answer = Object.entries(onDisk).find(([id]) => id === field)?.[1];
  return answer?.kind === 'text' ? answer.text : undefined;
};

describe('saving', () => {
  it('sends every keystroke and says "Saved" with the time of the commit', async () => {
    open();
    await userEvent.type(summaryBox(), 'Hi!');
    await screen.findByText(/^Saved \d\d:\d\d:31$/);
    expect(bridge.requests.map(({ input }) => (input as { answer: unknown }).answer).at(-1)).toEqual({
      kind: 'text',
      text: 'Hi!',
    });
    expect(textOnDisk('summary')).toBe('Hi!');
  });

  it('does not say "Saved" while a change is on its way', async () => {
    let release = (): void => undefined;
    open({ [summary]: { kind: 'text', text: 'before' } });
    bridge.handle({
      'review.answer': async ({ field, answer }) => {
        await new Promise<void>((resolve) => (release = resolve));
        onDisk = withAnswer(onDisk, field, answer);
        return draftOf(onDisk, '2026-05-10T12:05:00.000Z');
      },
    });
    await userEvent.type(summaryBox(), '!');
    expect(screen.queryByText(/^Saved/)).toBeNull();
    await screen.findByText('Saving…');
    await act(async () => release());
    await screen.findByText(/^Saved \d\d:\d\d:00$/);
  });

  it('says that it is not saved, keeps the text, and recovers on "Try again"', async () => {
    isDiskFull = true;
    open();
    await userEvent.type(summaryBox(), 'precious');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Not saved: The disk is full/);
    expect(summaryBox().value).toBe('precious');
    isDiskFull = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(textOnDisk('summary')).toBe('precious');
  });

  it('keeps what could not be saved when the form leaves the screen and comes back', async () => {
    isDiskFull = true;
    const { unmount } = open();
    await userEvent.type(summaryBox(), 'precious');
    await screen.findByRole('alert');
    unmount();
    render(<ReviewForm venue={venue} paper={paperView()} />);
    expect(summaryBox().value).toBe('precious');
    expect(screen.getByRole('alert').textContent).toMatch(/Not saved/);
  });

  it('tells of an unsaved review whose form has left the screen, and saves it from there', async () => {
    isDiskFull = true;
    const { unmount } = open();
    await userEvent.type(summaryBox(), 'precious');
    await screen.findByRole('alert');
    unmount();
    render(<UnsavedWork />);
    expect(screen.getByRole('alert').textContent).toContain('Not saved: your review of #12');
    isDiskFull = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(textOnDisk('summary')).toBe('precious');
  });

  it('says it once: in the form where that is seen, else outside of it', async () => {
    isDiskFull = true;
    const { rerender } = render(
      <>
        <UnsavedWork />
        <ReviewForm venue={venue} paper={paperView()} />
      </>,
    );
    await userEvent.type(summaryBox(), 'precious');
    await screen.findByRole('alert');
    expect(screen.queryByText(/^Not saved: your review of #12/)).toBeNull();
    rerender(
      <>
        <UnsavedWork />
        <ReviewForm venue={venue} paper={paperView()} isHidden />
      </>,
    );
    expect(screen.getByText('Not saved: your review of #12')).toBeTruthy();
  });

  it('takes over an answer that was changed elsewhere', async () => {
    const { rerender } = open();
    const elsewhere = draftOf({ [summary]: { kind: 'text', text: 'by script' } }, '2026-05-10T13:00:00.000Z');
    bridge.handle({ 'paper.get': () => ({ ...paperView(), draft: elsewhere }) });
    rerender(<ReviewForm venue={venue} paper={{ ...paperView(), draft: elsewhere }} />);
    await waitFor(() => expect(summaryBox().value).toBe('by script'));
  });
});

describe('undo', () => {
  it('takes a run of typing back as one though what was saved is told again meanwhile', async () => {
    const { rerender } = open();
    await userEvent.type(summaryBox(), 'Good');
    await screen.findByText(/^Saved/);
    rerender(
      <ReviewForm
        venue={venue}
        paper={{ ...paperView(), draft: draftOf(onDisk, '2026-05-10T12:04:31.000Z') }}
      />,
    );
    await userEvent.type(summaryBox(), ' work');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(summaryBox().value).toBe('');
  });

  it('takes typing back in a text area with the keys, and does it again', async () => {
    open();
    await userEvent.type(summaryBox(), 'Good work');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(summaryBox().value).toBe('');
    await waitFor(() => expect(onDisk).toEqual({}));
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(summaryBox().value).toBe('Good work');
    expect(summaryBox().selectionStart).toBe('Good work'.length);
  });

  it('goes back across fields and moves the focus to the change', async () => {
    open();
    await userEvent.type(summaryBox(), 'Text');
    await userEvent.click(screen.getByRole('radio', { name: /^5, Accept/ }));
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^5, Accept/ }).checked).toBe(false);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(document.activeElement).toBe(summaryBox());
    expect(summaryBox().value).toBe('');
  });

  it("answers to the system's Edit menu too", async () => {
    open();
    await userEvent.type(summaryBox(), 'Text');
    const undo = new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true });
    act(() => void summaryBox().dispatchEvent(undo));
    expect(undo.defaultPrevented).toBe(true);
    expect(summaryBox().value).toBe('');
  });
});

describe('the fields', () => {
  it('makes a form of the definition alone', () => {
    const [first] = venue.form.fields.filter(({ kind }) => kind === 'text');
    if (first === undefined) throw new Error('no text field');
    const other = {
      ...venue,
      form: { ...venue.form, fields: [{ ...first, label: 'Something else', help: 'Ask away' }] },
    };
    render(<ReviewForm venue={other} paper={paperView()} />);
    expect(screen.getByRole('textbox', { name: /^Something else/ })).toBeTruthy();
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });

  it('marks what only chairs read', () => {
    open();
    const chairs = screen.getByText('Only chairs and organizers read this').closest('section');
    expect(within(chairs as HTMLElement).getByRole('textbox', { name: /^Confidential/ })).toBeTruthy();
  });

  it('shows Markdown and math as they will read', async () => {
    const { container } = open({ [summary]: { kind: 'text', text: 'A **bold** claim: $x^2$' } });
    await userEvent.click(screen.getByRole('button', { name: 'Preview Summary' }));
    expect((await screen.findByText('bold')).tagName).toBe('STRONG');
    expect(container.querySelector('.katex')).not.toBeNull();
    act(() => void runCommand('review.preview'));
    expect(document.activeElement).toBe(summaryBox());
  });

  it('says when there are too many words', () => {
    open({ [summary]: { kind: 'text', text: Array.from({ length: 310 }, () => 'w').join(' ') } });
    expect(screen.getByText('310 words, 10 too many')).toBeTruthy();
  });

  it('tags a declared topic with one press, as primary, and weighs it by keyboard', async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: /^Add Misspecification/ }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Primary' })));
    await userEvent.keyboard('{ArrowRight} ');
    await userEvent.click(screen.getByRole('radio', { name: 'In part' }));
    await waitFor(() =>
      expect(onDisk).toEqual({
        topics: { kind: 'topics', tags: [{ topic: 'misspecification', weight: 'secondary', fit: 2 }] },
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove Misspecification' }));
    await waitFor(() => expect(onDisk).toEqual({}));
  });

  it('finds any other topic by typing a part of it', async () => {
    open();
    await userEvent.type(screen.getByRole('combobox', { name: /Add a topic/ }), 'multi');
    await userEvent.click(await screen.findByRole('option', { name: /Multi-fidelity/ }));
    await waitFor(() =>
      expect(Object.values(onDisk)).toMatchObject([{ tags: [{ topic: 'multi-fidelity' }] }]),
    );
  });

  it('asks why a flag is raised', async () => {
    open();
    await userEvent.click(screen.getByRole('checkbox', { name: /ethics/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /chairs look at/ }), 'Consent');
    await waitFor(() =>
      expect(onDisk).toEqual({ ethics: { kind: 'flag', isRaised: true, detail: 'Consent' } }),
    );
  });
});

describe('marking ready', () => {
  it('goes to the first thing that is missing and says what is', async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Mark ready' }));
    expect(bridge.requests.filter(({ name }) => name === 'review.markReady')).toEqual([]);
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('topics'),
    );
    expect(screen.getByRole('status').textContent).toMatch(
      /^Not ready yet\. Topics: missing; Soundness: missing/,
    );
  });

  it('leads from an item of the missing list to its field', async () => {
    open();
    await userEvent.click(
      within(screen.getByRole('list', { name: 'Missing' })).getByRole('button', {
        name: 'Questions',
      }),
    );
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Questions/ }));
  });

  it('marks a complete review ready, and takes it back', async () => {
    open(completeAnswers());
    await userEvent.click(screen.getByRole('button', { name: 'Mark ready' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Take back' }));
    expect(await screen.findByRole('button', { name: 'Mark ready' })).toBeTruthy();
  });

  it('says why main refused', async () => {
    bridge.handle({
      'review.markReady': () => {
        throw new AppError('REVIEW_INCOMPLETE', 'The review of #12 lacks: questions.');
      },
    });
    open(completeAnswers());
    await userEvent.click(screen.getByRole('button', { name: 'Mark ready' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The review of #12 lacks: questions.');
  });
});

it('changes nothing where the review is read only', async () => {
  onDisk = {};
  render(
    <ReviewForm venue={venue} paper={paperView()} readOnlyReason="You are not a reviewer of this paper." />,
  );
  expect(screen.getByText('You are not a reviewer of this paper.')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Mark ready' })).toBeNull();
});
