import { findProse, PROSE_BOX } from '@renderer/ui/prose-handle';
import type { FieldId } from '@shared/model/ids';
import type { TextSpan } from '@shared/rules/review-checks/finding';

/** The element that holds one field, in the form's root. */
export function fieldElement(root: HTMLElement, field: FieldId): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-field="${field}"]`);
}

/**
 * Brings a field into view and puts the focus where it is answered: its text, its chosen step or the first one. The
 * caret goes to `caret` where there is prose.
 */
export function focusField(root: HTMLElement, field: FieldId, caret?: number): void {
  const element = fieldElement(root, field);
  if (element === null) return;
  const control =
    element.querySelector<HTMLElement>(`${PROSE_BOX}, textarea, input:checked`) ??
    // A combo box opens its list on focus, which would cover what the person came for.
    element.querySelector<HTMLElement>('input:not([type=hidden], [role=combobox])') ??
    element.querySelector<HTMLElement>('button:not([disabled])');
  control?.focus({ preventScroll: true });
  if (caret !== undefined && control !== null) {
    if (control instanceof HTMLTextAreaElement) control.setSelectionRange(caret, caret);
    else findProse(control)?.select({ from: caret, to: caret });
  }
  element.scrollIntoView({ block: 'nearest' });
}

/** The field that holds an element, or null. */
export function fieldOf(element: Element | null): FieldId | null {
  const holder = element?.closest<HTMLElement>('[data-field]');
  return (holder?.dataset['field'] as FieldId | undefined) ?? null;
}
