import type { Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { INNER_LINK, type InnerLinks } from '../inner-links';
import styles from './editor.module.css';

class LinkWidget extends WidgetType {
  constructor(
    private readonly words: string,
    private readonly url: string,
    private readonly links: InnerLinks,
    private readonly state = links.stateOf(url),
  ) {
    super();
  }

  override eq(other: LinkWidget): boolean {
    return other.words === this.words && other.url === this.url && other.state === this.state;
  }

  override toDOM(): HTMLElement {
    const shown = document.createElement('span');
    shown.className = styles[this.state === 'gone' ? 'gone' : 'inner'] ?? '';
    shown.textContent = this.state === 'gone' ? `${this.words} (note removed)` : this.words;
    if (this.state === 'here') {
      shown.addEventListener('mousedown', (event) => {
        event.preventDefault();
        this.links.show(this.url);
      });
    }
    return shown;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/**
 * Links into the application as the words they have, in one piece: a press goes there, one Backspace takes one away. Only
 * where such links lead somewhere; elsewhere they are the text they are.
 */
export function innerLinkMarks(links: InnerLinks): Extension {
  const matcher = new MatchDecorator({
    regexp: INNER_LINK,
    decoration: ([, words = '', url = '']) =>
      links.stateOf(url) === 'unknown'
        ? null
        : Decoration.replace({ widget: new LinkWidget(words, url, links) }),
  });
  return ViewPlugin.fromClass(
    class {
      marks: DecorationSet;
      constructor(view: EditorView) {
        this.marks = matcher.createDeco(view);
      }
      update(update: ViewUpdate): void {
        this.marks = matcher.updateDeco(update, this.marks);
      }
    },
    {
      decorations: ({ marks }) => marks,
      provide: (plugin) =>
        EditorView.atomicRanges.of((view) => view.plugin(plugin)?.marks ?? Decoration.none),
    },
  );
}
