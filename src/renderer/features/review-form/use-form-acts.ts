import { useMemo, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { PROSE_BOX } from '@renderer/ui/prose-handle';
import type { FieldId } from '@shared/model/ids';
import type { ReviewForm } from '@shared/model/form';
import type { TextSpan } from '@shared/rules/review-checks/finding';
import { fieldOf, focusField } from './focus-field';
import { fieldOrder } from './form-sections';
import type { ChangedPlace, ReviewSession } from './review-session';

/** What a person can do with the form as a whole. Each leaves the focus where the eye should be. */
export interface FormActs {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly markReady: () => void;
  readonly takeBack: () => void;
  readonly goTo: (field: FieldId, place?: number | TextSpan) => void;
  /** Goes to the field after (1) or before (-1) the one with the focus. */
  readonly step: (direction: 1 | -1) => void;
  /** Shows the text in hand as it will read, or its source again. */
  readonly togglePreview: () => void;
  /** Gives the text in hand the form to itself, or shows all of it again; the caret stays where it was. */
  readonly toggleAlone: () => void;
}

/** The acts of a form whose fields are inside `root`. */
export function useFormActs(
  root: RefObject<HTMLElement | null>,
  session: ReviewSession,
  form: ReviewForm,
): FormActs {
  return useMemo(() => {
    const goTo = (field: FieldId, place?: number | TextSpan): void => {
      // What is changed must be on screen before the focus can go there.
      flushSync(() => {
        session.togglePreview(field, false);
        const { alone } = session.store.getState();
        if (alone !== null && alone !== field) session.showAlone(isText(form, field) ? field : null);
      });
      if (root.current !== null) focusField(root.current, field, place);
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
        const field = textInHand(form);
        if (field === undefined) return;
        flushSync(() => session.togglePreview(field));
        const holder = root.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
        holder?.querySelector<HTMLElement>(`${PROSE_BOX}, [role=group][tabindex]`)?.focus();
      },
      toggleAlone: () => {
        const { alone } = session.store.getState();
        const field = alone ?? textInHand(form);
        if (field === undefined) return;
        flushSync(() => session.showAlone(alone === null ? field : null));
        if (root.current !== null) focusField(root.current, field);
      },
    };
  }, [root, session, form]);
}

function isText(form: ReviewForm, field: FieldId): boolean {
  return form.fields.some(({ id, kind }) => id === field && kind === 'text');
}

/** The text field with the focus, else the form's first one when the focus is in none at all. */
function textInHand(form: ReviewForm): FieldId | undefined {
  const field = fieldOf(document.activeElement) ?? form.fields.find(({ kind }) => kind === 'text')?.id;
  return field !== undefined && isText(form, field) ? field : undefined;
}
