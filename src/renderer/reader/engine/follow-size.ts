/** What has to happen when the pane of the pages has another size. */
export interface SizeHooks {
  /** It is wider or narrower, or only higher or lower. */
  readonly onResize: (isWidthSame: boolean) => void;
}

/**
 * Watches the size of the pane. A pane that is folded away (no width or no height) is not told of.
 * @returns a function that stops watching
 */
export function followSize(container: HTMLElement, { onResize }: SizeHooks): () => void {
  let width = container.clientWidth;
  let height = container.clientHeight;
  let frame = 0;
  const fit = (): void => {
    if (container.clientWidth === width && container.clientHeight === height) return;
    const isWidthSame = container.clientWidth === width;
    width = container.clientWidth;
    height = container.clientHeight;
    if (width !== 0 && height !== 0) onResize(isWidthSame);
  };
  // In the next frame: laying out inside the observer would make it report a loop.
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  });
  observer.observe(container);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
