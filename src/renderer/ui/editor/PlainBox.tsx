import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './editor.module.css';
import { insertText } from '../insert-text';
import { registerProse } from '../prose-handle';
import { toLeastHeight, type ProseBoxProps } from './prose-box';

/** A field of prose as the browser draws one: what stands there until the editor is loaded. */
export function PlainBox({ ids, value, onChange, minRows, place, ...props }: ProseBoxProps): ReactNode {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (area === null) return undefined;
    const selection = (): { from: number; to: number } => ({
      from: area.selectionStart,
      to: area.selectionEnd,
    });
    const unregister = registerProse(area, {
      focus: () => area.focus({ preventScroll: true }),
      text: () => area.value,
      selection,
      select: ({ from, to }) => area.setSelectionRange(from, to),
      insert: (text) => insertText(area, text),
    });
    return () => {
      unregister();
      place.current = { selection: selection(), isFocused: document.activeElement === area };
    };
  }, [place]);
  return (
    <textarea
      id={ids.control}
      ref={box}
      className={styles['plain']}
      style={toLeastHeight(minRows)}
      rows={minRows}
      data-prose
      value={value}
      required={props.isRequired}
      spellCheck
      aria-invalid={props.isInvalid || undefined}
      aria-describedby={props.describedBy}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
