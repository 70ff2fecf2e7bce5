import { EditorSelection } from '@codemirror/state';
import type { Command } from '@codemirror/view';

/**
 * Puts a sign on both sides of what is selected, or takes it away where it stands already; with nothing selected the caret
 * goes between the two.
 */
export function wrapSelection(sign: string): Command {
  return ({ state, dispatch }) => {
    const width = sign.length;
    const change = state.changeByRange(({ from, to }) => {
      const isWrapped =
        state.sliceDoc(from - width, from) === sign && state.sliceDoc(to, to + width) === sign;
      if (isWrapped) {
        return {
          changes: [
            { from: from - width, to: from },
            { from: to, to: to + width },
          ],
          range: EditorSelection.range(from - width, to - width),
        };
      }
      return {
        changes: [
          { from, insert: sign },
          { from: to, insert: sign },
        ],
        range: EditorSelection.range(from + width, to + width),
      };
    });
    dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}
