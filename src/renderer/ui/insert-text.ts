/**
 * Puts text into a field at its selection as if it had been typed: the field's own change event fires and one native
 * undo takes it back. The field receives the focus; the caret ends behind the text.
 */
export function insertText(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.focus();
  // Deprecated, and still the only way that keeps the browser's undo stack whole.
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
