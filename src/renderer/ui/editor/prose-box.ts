import type { CSSProperties, RefObject } from 'react';
import type { FieldIds } from '../field-props';
import type { ProseRange } from '../prose-handle';

/** Where a person was in a field when one way of drawing it gave way to another. */
export interface ProsePlace {
  readonly selection: ProseRange;
  readonly isFocused: boolean;
}

/** What each way of drawing a field of prose is given. */
export interface ProseBoxProps {
  readonly ids: FieldIds;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly describedBy: string | undefined;
  readonly isRequired: boolean;
  readonly isInvalid: boolean;
  /** Lines shown when it is empty. */
  readonly minRows: number;
  /** Whether undo and redo are the field's own; else whoever holds the text does them. */
  readonly hasOwnUndo: boolean;
  /** Where the person was in the box that this one is drawn in place of: left by that one, taken by this one. */
  readonly place: RefObject<ProsePlace | undefined>;
}

/** The style of a box of prose that shows so many lines when it is empty. */
export function toLeastHeight(rows: number): CSSProperties {
  const style: Record<`--${string}`, string> = {
    '--least-height': `calc(${rows} * 1lh + 2 * var(--space-2) + 2px)`,
  };
  return style;
}
