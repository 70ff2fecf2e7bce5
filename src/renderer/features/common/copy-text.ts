/**
 * Puts text on the clipboard within a person's gesture, which needs no permission. Answers whether it worked.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true });
  try {
    // Deprecated, and the only way that asks for no permission; the asynchronous clipboard does.
    return typeof document.execCommand === 'function' && document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
}
