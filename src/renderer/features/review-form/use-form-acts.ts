import { useMemo, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { PROSE_BOX } from '@renderer/ui/prose-handle';
import type { FieldId } from '@shared/model/ids';
import type { ReviewForm } from '@shared/model/form';
import { fieldOf, focusField } from './focus-field';
import { fieldOrder } from './form-sections';
import type { ChangedPlace, ReviewSession } from './review-session';

/** What a person can do with the form as a whole. Each leaves the focus where the eye should be. */
export interface FormActs {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly markReady: () => void;
  readonly takeBack: () => void;
  readonly goTo: (field: FieldId, caret?: number) => void;
  /** Goes to the field after (1) or before (-1) the one with the focus. */
  readonly step: (direction: 1 | -1) => void;
  /** Shows the text in hand as it will read, or its source again. */
  readonly togglePreview: () => void;
}

/** The acts of a form whose fields are inside `root`. */
export function useFormActs(
  root: RefObject<HTMLElement | null>,
  session: ReviewSession,
  form: ReviewForm,
): FormActs {
  return useMemo(() => {
    const goTo = (field: FieldId, caret?: number): void => {
      // What is changed must be on screen before the focus can go there.
      flushSync(() => session.togglePreview(field, false));
      if (root.current !== null) focusField(root.current, field, caret);
    };
    const show = (take: () => ChangedPlace | null): void => {
      const place = flushSync(take);
      if (place !== null) goTo(place.field, place.caret);
    };
    return {
      goTo,
      undo: () => show(session.undo),
      redo: () => show(session.redo),
      markReady: () => {
        void session.markReady().then((lacking) => {
          if (lacking !== null) goTo(lacking);
        });
      },
      takeBack: () => void session.takeBack(),
      step: (direction) => {
        const order = fieldOrder(form);
        const at = order.indexOf(fieldOf(document.activeElement) ?? ('' as FieldId));
        const next = at === -1 ? (direction === 1 ? 0 : order.length - 1) : at + direction;
        const field = order[next];
        if (field !== undefined) goTo(field);
      },
      togglePreview: () => {
        const field = fieldOf(document.activeElement) ?? form.fields.find(({ kind }) => kind === 'text')?.id;
        if (form.fields.find(({ id }) => id === field)?.kind !== 'text' || field === undefined) return;
        flushSync(() => session.togglePreview(field));
        const holder = root.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
        holder?.querySelector<HTMLElement>(`${PROSE_BOX}, [role=group][tabindex]`)?.focus();
      },
    };
  }, [root, session, form]);
}
