import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorKeys } from './editor-keys';
import { lineDirection } from './line-direction';
import { markdownText } from './markdown-language';
import { textChange } from '../text-change';

/** Attributes of the element that takes the text: its role's words and states. */
export type EditorAttributes = Readonly<Record<string, string>>;

/** What an editor is made with. */
export interface EditorOptions {
  readonly text: string;
  readonly attributes: EditorAttributes;
  readonly hasOwnUndo: boolean;
  /** Called with the text after each change that a person made. */
  readonly onChange: (text: string) => void;
  /** More that this editor shows or does. */
  readonly more: Extension;
}

/** An editor of Markdown outside of React. */
export interface Editor {
  readonly view: EditorView;
  /** Makes it say what was changed elsewhere; the caret stays at its words. No call of `onChange` follows. */
  readonly show: (text: string) => void;
  readonly setAttributes: (attributes: EditorAttributes) => void;
  readonly setMore: (more: Extension) => void;
}

const fromOutside = Annotation.define<boolean>();

/** The page's own nonce, which its policy admits styles by; an attribute would not tell it. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Line ends as an editor keeps them. */
const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** Makes an editor that is on no page yet. */
export function createEditor({ text, attributes, hasOwnUndo, onChange, more }: EditorOptions): Editor {
  const attributesNow = new Compartment();
  const moreNow = new Compartment();
  let shown = withLineFeeds(text);
  const view = new EditorView({
    state: EditorState.create({
      doc: shown,
      extensions: [
        EditorView.cspNonce.of(styleNonce()),
        EditorView.lineWrapping,
        markdownText,
        lineDirection,
        editorKeys(hasOwnUndo),
        // A file that is let go over a text is for the window; its bytes are no words.
        EditorView.domEventHandlers({
          drop: (event) => event.dataTransfer?.types.includes('Files') ?? false,
        }),
        attributesNow.of(EditorView.contentAttributes.of(attributes)),
        moreNow.of(more),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (!docChanged) return;
          shown = state.doc.toString();
          if (!transactions.some((one) => one.annotation(fromOutside))) onChange(shown);
        }),
      ],
    }),
  });
  return {
    view,
    show: (next) => {
      const wanted = withLineFeeds(next);
      if (wanted === shown) return;
      const { start, removed, inserted } = textChange(shown, wanted);
      const { main } = view.state.selection;
      // Who left at the end comes back to the end: below what was put there meanwhile.
      const isLeftAtEnd = !view.hasFocus && main.empty && main.head === shown.length;
      view.dispatch({
        changes: { from: start, to: start + removed.length, insert: inserted },
        ...(isLeftAtEnd ? { selection: { anchor: wanted.length } } : {}),
        annotations: fromOutside.of(true),
      });
    },
    setAttributes: (next) =>
      view.dispatch({ effects: attributesNow.reconfigure(EditorView.contentAttributes.of(next)) }),
    setMore: (next) => view.dispatch({ effects: moreNow.reconfigure(next) }),
  };
}
