import { use, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { InnerLinksContext } from '../inner-links';
import { registerProse } from '../prose-handle';
import { createEditor, type Editor } from './create-editor';
import { innerLinkMarks } from './inner-link-marks';
import { toHandle } from './editor-handle';
import styles from './editor.module.css';
import { toLeastHeight, type ProseBoxProps } from './prose-box';
import { useEditorAttributes } from './use-editor-attributes';

/** A field of prose as an editor of Markdown: what is typed is one with `value` at every moment. */
export function EditorBox({
  value,
  onChange,
  minRows,
  hasOwnUndo,
  place,
  ...props
}: ProseBoxProps): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const latest = useRef({ onChange });
  useLayoutEffect(() => {
    latest.current = { onChange };
  });
  const attributes = useEditorAttributes(props);
  const links = use(InnerLinksContext);
  const marks = useMemo(() => (links === undefined ? [] : innerLinkMarks(links)), [links]);

  useLayoutEffect(() => {
    const made = createEditor({
      text: value,
      attributes,
      hasOwnUndo,
      onChange: (text) => latest.current.onChange(text),
      more: marks,
    });
    editor.current = made;
    const { view } = made;
    holder.current?.append(view.dom);
    if (place.current !== undefined) {
      const { selection, isFocused } = place.current;
      place.current = undefined;
      const last = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(selection.from, last), head: Math.min(selection.to, last) },
      });
      if (isFocused) view.contentDOM.focus({ preventScroll: true });
    }
    const unregister = registerProse(view.contentDOM, toHandle(view));
    return () => {
      unregister();
      editor.current = null;
      view.destroy();
    };
    // Made once; what changes later is told it below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  // Before the next key can come: a text that is behind what was typed must never be shown.
  useLayoutEffect(() => editor.current?.show(value), [value]);
  useLayoutEffect(() => editor.current?.setAttributes(attributes), [attributes]);
  useLayoutEffect(() => editor.current?.setMore(marks), [marks]);

  return (
    <div
      ref={holder}
      className={styles['editor']}
      style={toLeastHeight(minRows)}
      data-invalid={props.isInvalid || undefined}
    />
  );
}
