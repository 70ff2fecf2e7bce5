// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadEditor } from '@renderer/ui/editor/editor-loader';
import { InnerLinksContext } from '@renderer/ui/inner-links';
import { findProse, type ProseHandle } from '@renderer/ui/prose-handle';
import { ProseArea } from '@renderer/ui/ProseArea';
import { standInForLayout } from '../../../support/dom';

const onChange = vi.fn<(text: string) => void>();

/** A field whose text is held as the review form holds it: what it says comes back as its value. */
function Held({ start, ...props }: { readonly start: string; readonly hasOwnUndo?: boolean }): ReactNode {
  const [text, setText] = useState(start);
  useEffect(() => {
    change = setText;
  }, []);
  return (
    <ProseArea
      label="Summary"
      value={text}
      onChange={(next) => {
        onChange(next);
        setText(next);
      }}
      {...props}
    />
  );
}
let change: (text: string) => void = () => undefined;

beforeEach(() => {
  standInForLayout();
  // jsdom has no layout to tell of.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  onChange.mockReset();
});

afterEach(cleanup);

const box = (): HTMLElement => screen.getByRole('textbox', { name: /^Summary/ });

function prose(): ProseHandle {
  const found = findProse(box());
  if (found === undefined) throw new Error('the text box is no field of prose');
  return found;
}

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  box().dispatchEvent(event);
  return event;
}

it('takes the place of the plain field with the words, the focus and the caret that were there', async () => {
  render(<Held start="" />);
  expect(box().tagName).toBe('TEXTAREA');
  await userEvent.type(box(), 'Hello');
  (box() as HTMLTextAreaElement).setSelectionRange(2, 4);
  await loadEditor();
  expect(box().tagName).toBe('DIV');
  expect(document.activeElement).toBe(box());
  expect(prose().text()).toBe('Hello');
  expect(prose().selection()).toEqual({ from: 2, to: 4 });
  expect(onChange).toHaveBeenLastCalledWith('Hello');
});

describe('the editor', () => {
  beforeEach(() => loadEditor());

  it('tells of every key that is typed, in order', async () => {
    render(<Held start="" />);
    await userEvent.type(box(), 'Ok!');
    await vi.waitFor(() => expect(onChange.mock.calls.flat()).toEqual(['O', 'Ok', 'Ok!']));
  });

  it('shows what was changed elsewhere with the caret at its words, and does not tell of it', async () => {
    render(<Held start="one two three" />);
    prose().focus();
    prose().select({ from: 7, to: 7 });
    await vi.waitFor(() => {
      change('zero one two three');
      expect(prose().text()).toBe('zero one two three');
    });
    expect(prose().selection()).toEqual({ from: 12, to: 12 });
    expect(onChange).not.toHaveBeenCalled();
  });

  it('comes back below what was put at the end while the person was elsewhere', async () => {
    render(<Held start="Before." />);
    prose().select({ from: 7, to: 7 });
    await vi.waitFor(() => {
      change('Before.\n\n> “quote”\n\n');
      expect(prose().selection().to).toBe('Before.\n\n> “quote”\n\n'.length);
    });
  });

  it('holds a text with the line ends of Windows as it would be typed, and does not grow it', () => {
    const { rerender } = render(<ProseArea label="Summary" value={'a\r\nb'} onChange={onChange} />);
    rerender(<ProseArea label="Summary" value={'a\r\nb\r\n'} onChange={onChange} />);
    rerender(<ProseArea label="Summary" value={'a\r\nb\r\n'} minRows={9} onChange={onChange} />);
    expect(prose().text()).toBe('a\nb\n');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('undoes by itself where it is told to, and leaves it to the holder of the text elsewhere', () => {
    const { unmount } = render(<Held start="" />);
    prose().insert('typed');
    press('z', { ctrlKey: true });
    expect(prose().text()).toBe('');
    unmount();
    render(<Held start="" hasOwnUndo={false} />);
    prose().insert('typed');
    expect(press('z', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(prose().text()).toBe('typed');
  });

  it('goes on with a list, ends it on an empty item, and does not go on with a quote', () => {
    render(<Held start="" />);
    prose().insert('1. first');
    press('Enter');
    expect(prose().text()).toBe('1. first\n2. ');
    press('Enter');
    expect(prose().text()).toBe('1. first\n');
    prose().insert('> “quote” p. 4');
    press('Enter');
    expect(prose().text()).toBe('1. first\n> “quote” p. 4\n');
  });

  it('makes what is selected strong, and plain again', () => {
    render(<Held start="a strong claim" />);
    prose().select({ from: 2, to: 8 });
    press('b', { ctrlKey: true });
    expect(prose().text()).toBe('a **strong** claim');
    press('b', { ctrlKey: true });
    expect(prose().text()).toBe('a strong claim');
  });

  it('lets Tab and Escape go', () => {
    render(<Held start="" />);
    expect(press('Tab').defaultPrevented).toBe(false);
    expect(press('Escape').defaultPrevented).toBe(false);
  });

  it('is named and described, asks for the speller, and says when it is wrong', () => {
    const words = { label: 'Summary', isRequired: true, description: 'In short.', count: '3 words' };
    const { rerender } = render(<ProseArea {...words} value="" onChange={onChange} />);
    expect(box().getAttribute('aria-multiline')).toBe('true');
    expect(box().getAttribute('aria-required')).toBe('true');
    expect(box().getAttribute('spellcheck')).toBe('true');
    const described = (): string =>
      (box().getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' | ');
    expect(described()).toBe('In short. | 3 words');
    rerender(<ProseArea {...words} value="" error="It is missing." onChange={onChange} />);
    expect(box().getAttribute('aria-invalid')).toBe('true');
    expect(described()).toBe('In short. | It is missing. | 3 words');
    screen.getByText('Summary').click();
    expect(document.activeElement).toBe(box());
  });

  it('marks formulas, but none in code', () => {
    render(<Held start={'so $\\alpha^2$ and `$x$`'} />);
    const marked = [...box().querySelectorAll('[class*=formula]')].map(({ textContent }) => textContent);
    expect(marked).toEqual(['$\\alpha^2$']);
  });

  it('shows a link into the paper as its words, which lead there, and takes it away in one piece', () => {
    const url = 'referee:annotation/a-0123456789abcdef';
    const show = vi.fn<(url: string) => void>();
    render(
      <InnerLinksContext value={{ stateOf: () => 'here', show }}>
        <Held start={`> “We trained.” [p. 4](${url})`} />
      </InnerLinksContext>,
    );
    expect(box().textContent).toBe('> “We trained.” p. 4');
    screen.getByText('p. 4').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    expect(show).toHaveBeenCalledWith(url);
    prose().select({ from: prose().text().length, to: prose().text().length });
    press('Backspace');
    expect(prose().text()).toBe('> “We trained.” ');
  });
});
