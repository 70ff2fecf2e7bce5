/** How long a window is out of sight before the painted pages are let go of. */
export const SUSPEND_AFTER_MS = 60_000;

/**
 * Calls `suspend` once when the window has been out of sight for a minute, and `resume` when it is seen again after that.
 * @returns a function that stops watching
 */
export function watchHidden(suspend: () => void, resume: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSuspended = false;
  const onChange = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      timer = setTimeout(() => {
        isSuspended = true;
        suspend();
      }, SUSPEND_AFTER_MS);
      return;
    }
    if (!isSuspended) return;
    isSuspended = false;
    resume();
  };
  onChange();
  document.addEventListener('visibilitychange', onChange);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onChange);
  };
}
