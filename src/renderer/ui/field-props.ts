import type { ReactNode } from 'react';

/** What every field says about itself. */
export interface FieldProps {
  readonly label: string;
  /** Keeps the label for assistive tools only, where the place already says it. */
  readonly isLabelHidden?: boolean;
  /** What is wanted here, in a sentence, between the label and the control. */
  readonly description?: ReactNode;
  /** What is wrong and what to do; its presence makes the field invalid. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** How much is in it, against its limits; part of what the control is described by. */
  readonly count?: ReactNode;
  /** At the end of the label's line: a word count, a status. */
  readonly aside?: ReactNode;
}

/** The ids that tie a control to its words; give them to the control. */
export interface FieldIds {
  readonly control: string;
  readonly label: string;
  readonly description: string;
  readonly error: string;
  readonly count: string;
}

/** The ids of one field, from React's `useId`. */
export function fieldIds(id: string): FieldIds {
  return {
    control: id,
    label: `${id}-label`,
    description: `${id}-description`,
    error: `${id}-error`,
    count: `${id}-count`,
  };
}

/** The value of `aria-describedby` for a field: its description, its error and its count, when it has them. */
export function describedBy(
  ids: FieldIds,
  props: Pick<FieldProps, 'description' | 'error' | 'count'>,
): string | undefined {
  const named = [
    props.description != null && ids.description,
    props.error !== undefined && ids.error,
    props.count != null && ids.count,
  ].filter(Boolean);
  return named.length > 0 ? named.join(' ') : undefined;
}
