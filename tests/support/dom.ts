import { vi } from 'vitest';

/** Gives jsdom what it lacks and components ask for: sizes for what scrolls, `CSS.escape`, `ResizeObserver`. */
export function standInForLayout(heightPx = 600, widthPx = 400): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(heightPx);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(widthPx);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(heightPx);
  Element.prototype.scrollTo = () => undefined;
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}
