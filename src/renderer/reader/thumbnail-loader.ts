/** Paints a thumbnail; rejects when the signal is aborted. */
export type PaintThumbnail = (pageNumber: number, signal: AbortSignal) => Promise<HTMLElement>;

/** Thumbnails kept when they are out of sight; each takes about a tenth of a megabyte. */
const MOST_KEPT = 60;

/**
 * Has thumbnails painted for the boxes that come near the visible part of a list, and stops when they leave it. A box
 * names its page in `data-page`.
 */
export class ThumbnailLoader {
  readonly #paint: PaintThumbnail;
  readonly #observer: IntersectionObserver;
  readonly #underWay = new Map<Element, AbortController>();
  /** In the order in which they were last seen. */
  readonly #painted = new Set<Element>();
  readonly #near = new Set<Element>();

  /** `list` is the scrolling element around the boxes. */
  constructor(list: Element, paint: PaintThumbnail) {
    this.#paint = paint;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#enter(target);
          else this.#leave(target);
        }
      },
      { root: list, rootMargin: '50% 0px' },
    );
    for (const box of list.querySelectorAll('[data-page]')) this.#observer.observe(box);
  }

  /** Stops all painting and empties the boxes. */
  close(): void {
    this.#observer.disconnect();
    for (const painting of this.#underWay.values()) painting.abort();
    for (const box of this.#painted) box.replaceChildren();
    this.#painted.clear();
  }

  #enter(box: Element): void {
    this.#near.add(box);
    if (this.#painted.delete(box)) {
      this.#painted.add(box);
      return;
    }
    if (this.#underWay.has(box)) return;
    const painting = new AbortController();
    this.#underWay.set(box, painting);
    this.#paint(Number(box.getAttribute('data-page')), painting.signal)
      .then((picture) => {
        if (painting.signal.aborted) return;
        box.replaceChildren(picture);
        this.#painted.add(box);
        this.#forgetOldest();
      })
      // A page that cannot be painted stays an empty box with its number.
      .catch(() => undefined)
      .finally(() => {
        if (this.#underWay.get(box) === painting) this.#underWay.delete(box);
      });
  }

  #leave(box: Element): void {
    this.#near.delete(box);
    this.#underWay.get(box)?.abort();
    this.#underWay.delete(box);
  }

  #forgetOldest(): void {
    for (const box of this.#painted) {
      if (this.#painted.size <= MOST_KEPT) return;
      if (this.#near.has(box)) continue;
      box.replaceChildren();
      this.#painted.delete(box);
    }
  }
}
