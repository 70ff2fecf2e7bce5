import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ThumbnailLoader } from '@renderer/reader/thumbnail-loader';

type Watch = (entries: readonly { readonly target: Element; readonly isIntersecting: boolean }[]) => void;

describe('thumbnails', () => {
  let watch: Watch = () => undefined;
  let list: HTMLElement;
  const asked: number[] = [];
  const stopped: number[] = [];
  let finish = new Map<number, () => void>();

  beforeEach(() => {
    asked.length = 0;
    stopped.length = 0;
    finish = new Map();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: Watch) {
          watch = callback;
        }
        observe(): void {}
        disconnect(): void {}
      },
    );
    list = document.createElement('div');
    for (let page = 1; page <= 100; page += 1) {
      const box = document.createElement('span');
      box.dataset['page'] = String(page);
      list.append(box);
    }
  });
  afterEach(() => vi.unstubAllGlobals());

  const open = () =>
    new ThumbnailLoader(list, (page, signal) => {
      asked.push(page);
      signal.addEventListener('abort', () => stopped.push(page));
      return new Promise((resolve) => finish.set(page, () => resolve(document.createElement('canvas'))));
    });
  const box = (page: number): Element => list.children[page - 1] ?? list;
  const show = (page: number, isIntersecting = true) => watch([{ target: box(page), isIntersecting }]);
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('are painted only where they are seen', async () => {
    open();
    show(1);
    show(2);
    finish.get(2)?.();
    await settle();
    expect(asked).toEqual([1, 2]);
    expect(box(2).querySelector('canvas')).not.toBeNull();
    expect(box(3).childElementCount).toBe(0);
  });

  it('are stopped when they are scrolled away, and painted when they come back', async () => {
    open();
    show(7);
    show(7, false);
    expect(stopped).toEqual([7]);
    finish.get(7)?.();
    await settle();
    expect(box(7).childElementCount).toBe(0);
    show(7);
    expect(asked).toEqual([7, 7]);
  });

  it('are not painted again when they are still there', async () => {
    open();
    show(4);
    finish.get(4)?.();
    await settle();
    show(4, false);
    show(4);
    expect(asked).toEqual([4]);
  });

  it('are let go of when there are many, the longest unseen first', async () => {
    open();
    for (let page = 1; page <= 70; page += 1) {
      show(page);
      finish.get(page)?.();
      await settle();
      show(page, false);
    }
    expect(list.querySelectorAll('canvas')).toHaveLength(60);
    expect(box(1).childElementCount).toBe(0);
    expect(box(70).childElementCount).toBe(1);
  });

  it('all stop when the panel closes', () => {
    const loader = open();
    show(1);
    show(2);
    loader.close();
    expect(stopped).toEqual([1, 2]);
  });
});
