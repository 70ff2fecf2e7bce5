import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InnerLinksContext } from '@renderer/ui/inner-links';
import { Markdown } from '@renderer/ui/Markdown';

const html = (text: string, onLink?: (url: string) => void): HTMLElement =>
  render(<Markdown text={text} onLink={onLink} />).container;

describe('Markdown', () => {
  afterEach(cleanup);

  it('shows raw HTML as the text it is', () => {
    const shown = html(
      '<script>window.hacked = true</script>\n\n<b onclick="x()">b</b> <iframe src="https://e.org">',
    );
    expect(shown.querySelector('script, iframe, b, [onclick]')).toBeNull();
    expect(shown.textContent).toContain('<script>window.hacked = true</script>');
    expect('hacked' in window).toBe(false);
  });

  it('fetches no image and says that there was one', () => {
    const shown = html(
      '![the plot](https://e.org/p.png) ![x](data:image/svg+xml,<svg/onload=alert(1)>) <img src=x onerror=y()>',
    );
    expect(shown.querySelector('img, svg, [src], [onerror]')).toBeNull();
    expect(shown.textContent).toContain('[image: the plot, not shown]');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'app://blob/1',
    '#top',
  ])('makes %s mere text', (url) => {
    const onLink = vi.fn();
    const shown = html(`[press me](${url})`, onLink);
    expect(shown.querySelector('a, button')).toBeNull();
    fireEvent.click(screen.getByText('press me'));
    expect(onLink).not.toHaveBeenCalled();
  });

  it('shows where a link goes and leaves going there to its owner', () => {
    const onLink = vi.fn();
    const shown = html('See [the code](https://example.org/a?b=1).', onLink);
    expect(shown.textContent).toBe('See the code (https://example.org/a?b=1).');
    expect(shown.querySelector('a')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'https://example.org/a?b=1' }));
    expect(onLink.mock.calls).toEqual([['https://example.org/a?b=1']]);
  });

  it('writes a bare address once', () => {
    expect(html('https://example.org/a', () => undefined).textContent).toBe('https://example.org/a');
  });

  it('renders inline and display math', () => {
    const shown = html('Let $x^2$ be\n\n$$\n\\int_0^1 f\\,dx\n$$\n');
    expect(shown.querySelectorAll('.katex')).toHaveLength(2);
    expect(shown.querySelectorAll('.katex-display')).toHaveLength(1);
    expect(shown.querySelector('pre')).toBeNull();
  });

  it('renders the rest when a formula is wrong, and shows its source', () => {
    const shown = html('before $\\frac{1}{$ after');
    expect(shown.textContent).toBe('before \\frac{1}{ after');
    expect(shown.querySelector('[title]')?.getAttribute('title')).toMatch(/\S/);
  });

  it('stops a formula that would expand for ever, and one that reaches out', () => {
    const shown = html(
      '$\\def\\a{\\a\\a}\\a$ and $\\href{https://e.org}{x}$ and $\\includegraphics{https://e.org/a.png}$',
    );
    expect(shown.querySelector('a, img, [href], [src]')).toBeNull();
  });

  it('never sets a style attribute from an HTML string', () => {
    const setAttribute = vi.spyOn(Element.prototype, 'setAttribute');
    html('$\\color{red}{x} \\frac{a}{b}$ $\\frac{1}{$\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |');
    expect(setAttribute.mock.calls.filter(([name]) => name === 'style')).toEqual([]);
    setAttribute.mockRestore();
  });

  it('renders tables, and task lists with named boxes', () => {
    html('| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] code\n- [ ] proof');
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['1', '2']);
    expect(screen.getByRole('checkbox', { name: 'Done' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Not done' })).toBeTruthy();
  });
});

describe('an address inside the application', () => {
  afterEach(cleanup);
  const address = 'referee:annotation/a-0123456789abcdef';
  const show = vi.fn();
  const htmlIn = (state: 'here' | 'gone' | 'unknown', url = address): HTMLElement =>
    render(
      <InnerLinksContext value={{ stateOf: () => state, show }}>
        <Markdown text={`> “words” [p. 4](${url})`} onLink={() => undefined} />
      </InnerLinksContext>,
    ).container;

  it('is a button that shows what it names, and never an address of the page', () => {
    const shown = htmlIn('here');
    fireEvent.click(screen.getByRole('button', { name: 'p. 4' }));
    expect(show).toHaveBeenCalledWith(address);
    expect(shown.querySelector('a')).toBeNull();
  });

  it('says when what it names is no more, and is its words where nothing is known of it', () => {
    expect(htmlIn('gone').textContent).toContain('p. 4 (note removed)');
    cleanup();
    const shown = htmlIn('unknown');
    expect(shown.textContent).toContain('“words” p. 4');
    expect(shown.querySelector('button')).toBeNull();
  });

  it('is its words outside of a desk', () => {
    const shown = html(`[p. 4](${address})`, () => undefined);
    expect(shown.textContent).toBe('p. 4');
    expect(shown.querySelector('button, a')).toBeNull();
  });

  it.each(['referee:annotation/../x', 'referee:x', 'referee://host/a', 'REFEREE:annotation/a-1'])(
    'is not %s',
    (url) => {
      expect(htmlIn('here', url).querySelector('button')).toBeNull();
    },
  );
});
