import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';

const automatic = Decoration.line({ attributes: { dir: 'auto' } });

function markLines({ state, visibleRanges }: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      marks.add(line.from, line.from, automatic);
      at = line.to + 1;
    }
  }
  return marks.finish();
}

/** Every line runs the way its own words do: Arabic and Hebrew from the right, beside English from the left. */
export const lineDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.define(
    (view) => ({
      marks: markLines(view),
      update(update) {
        if (update.docChanged || update.viewportChanged) this.marks = markLines(update.view);
      },
    }),
    { decorations: (plugin) => plugin.marks },
  ),
];
