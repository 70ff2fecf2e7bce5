import type { EditorView } from '@codemirror/view';
import type { ProseHandle } from '../prose-handle';

/** What can be done with an editor from outside. */
export function toHandle(view: EditorView): ProseHandle {
  const toPlace = (at: number): number => Math.max(0, Math.min(at, view.state.doc.length));
  return {
    focus: () => view.contentDOM.focus({ preventScroll: true }),
    text: () => view.state.doc.toString(),
    selection: () => {
      const { from, to } = view.state.selection.main;
      return { from, to };
    },
    select: ({ from, to }) =>
      view.dispatch({ selection: { anchor: toPlace(from), head: toPlace(to) }, scrollIntoView: true }),
    insert: (text) =>
      view.dispatch({ ...view.state.replaceSelection(text), userEvent: 'input', scrollIntoView: true }),
  };
}
