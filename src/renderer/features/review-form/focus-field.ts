import { findProse, PROSE_BOX } from '@renderer/ui/prose-handle';
import type { FieldId } from '@shared/model/ids';
import type { TextSpan } from '@shared/rules/review-checks/finding';

/** The element that holds one field, in the form's root. */
export function fieldElement(root: HTMLElement, field: FieldId): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-field="${field}"]`);
}

/**
 * Brings a field into view and puts the focus where it is answered: its text, its chosen step or the first one. Where
 * there is prose, the caret goes to a place in it, or a stretch of it is selected.
 */
export function focusField(root: HTMLElement, field: FieldId, place?: number | TextSpan): void {
  const element = fieldElement(root, field);
  if (element === null) return;
  const span = typeof place === 'number' ? { from: place, to: place } : place;
  const control =
    (span === undefined ? null : element.querySelector<HTMLElement>(`${PROSE_BOX}, textarea`)) ??
    element.querySelector<HTMLElement>(`${PROSE_BOX}, textarea, input:checked`) ??
    // A combo box opens its list on focus, which would cover what the person came for.
    element.querySelector<HTMLElement>('input:not([type=hidden], [role=combobox])') ??
    element.querySelector<HTMLElement>('button:not([disabled])');
  control?.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
  if (span === undefined || control === null) return;
  if (control instanceof HTMLTextAreaElement) control.setSelectionRange(span.from, span.to);
  else findProse(control)?.select(span);
}

/** The field that holds an element, or null. */
export function fieldOf(element: Element | null): FieldId | null {
  const holder = element?.closest<HTMLElement>('[data-field]');
  return (holder?.dataset['field'] as FieldId | undefined) ?? null;
}
