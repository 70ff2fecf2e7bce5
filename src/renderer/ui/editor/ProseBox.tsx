import { createElement, type ReactNode } from 'react';
import { useEditorBox } from './editor-loader';
import { PlainBox } from './PlainBox';
import type { ProseBoxProps } from './prose-box';

/** A field of prose: the editor, and until that is loaded the browser's own field. */
export function ProseBox(props: ProseBoxProps): ReactNode {
  const Editor = useEditorBox();
  return Editor === null ? <PlainBox {...props} /> : createElement(Editor, props);
}
