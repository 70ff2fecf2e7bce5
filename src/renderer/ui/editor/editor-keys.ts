import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { keymap, type Command } from '@codemirror/view';
import { wrapSelection } from './wrap-selection';

/** Whether the caret is in a list, where a new line is a new item. A quote ends with its line: one answers below it. */
function isInList(state: EditorState): boolean {
  const { head } = state.selection.main;
  for (let node = syntaxTree(state).resolveInner(head, -1); ;) {
    if (node.name === 'ListItem') return true;
    if (node.parent === null) return false;
    node = node.parent;
  }
}

const continueList = insertNewlineContinueMarkupCommand({ nonTightLists: false });

const breakLine: Command = (view) => (isInList(view.state) && continueList(view)) || insertNewline(view);

/**
 * The keys of plain writing: every other shortcut belongs to the application, and Tab leaves the field. `Enter` goes on
 * with a list, and on its empty item ends it; `Mod-b` and `Mod-i` make strong and emphasised.
 */
export function editorKeys(hasOwnUndo: boolean): Extension {
  return [
    hasOwnUndo ? [history(), keymap.of(historyKeymap)] : [],
    keymap.of([
      { key: 'Enter', run: breakLine, shift: insertNewline },
      { key: 'Backspace', run: deleteMarkupBackward },
      { key: 'Mod-b', run: wrapSelection('**') },
      { key: 'Mod-i', run: wrapSelection('*') },
      // The browser would underline, which Markdown has no sign for.
      { key: 'Mod-u', run: () => true },
      ...standardKeymap,
    ]),
  ];
}
