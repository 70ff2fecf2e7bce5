// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { ignoreIdleAppends } from '@renderer/reader/engine/still-text';

function layer(): {
  readonly text: HTMLElement;
  readonly end: HTMLElement;
  readonly watch: MutationObserver;
} {
  const text = document.createElement('div');
  const end = document.createElement('div');
  text.append(document.createElement('span'), end);
  ignoreIdleAppends(text);
  const watch = new MutationObserver(() => undefined);
  watch.observe(text, { childList: true });
  return { text, end, watch };
}

it('changes nothing where the end mark of a text is its last child already', () => {
  const { text, end, watch } = layer();
  text.append(end);
  expect(watch.takeRecords()).toEqual([]);
  expect(text.lastChild).toBe(end);
});

it('puts the end mark back where a selection moved it, and takes whatever else is appended', () => {
  const { text, end } = layer();
  text.prepend(end);
  text.append(end);
  expect(text.lastChild).toBe(end);
  text.append('a', document.createElement('br'));
  expect(text.childNodes).toHaveLength(4);
  expect(text.lastChild?.nodeName).toBe('BR');
});
