import type { Quote } from '@shared/model/annotation';
import { toCleanText } from './clean-text';

/** How much of the text around a quote is kept, in characters. */
const AROUND = 32;

/** How much of it is looked at: cleaning takes some away. */
const LOOKED_AT = 160;

/** The longest quote that is kept. */
const LONGEST = 20_000;

/** The text of a range in text layers, a line feed for each end of a line: as a selection of it would be copied. */
export function textOf(range: Range): string {
  const parts: string[] = [];
  for (const node of nodesOf(range)) {
    if (node instanceof Text) parts.push(pieceOf(range, node));
    else parts.push('\n');
  }
  return parts.join('');
}

/** The parts of a text node that are in a range, from offset to offset. */
export function offsetsIn(range: Range, node: Text): readonly [number, number] {
  return [
    range.startContainer === node ? range.startOffset : 0,
    range.endContainer === node ? range.endOffset : node.length,
  ];
}

/** The text nodes and line ends in a range, in order. */
export function nodesOf(range: Range): readonly (Text | HTMLBRElement)[] {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const found: (Text | HTMLBRElement)[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text || node instanceof HTMLBRElement)) continue;
    if (range.intersectsNode(node)) found.push(node);
  }
  return found;
}

/**
 * A range of a page's text with what stands around it, cleaned. Null where there is no text in it.
 *
 * @param ranges the parts of the passage, one for each page, in order
 */
export function toQuote(ranges: readonly { readonly layer: Element; readonly range: Range }[]): Quote | null {
  const exact = toCleanText(ranges.map(({ range }) => textOf(range)).join('\n')).slice(0, LONGEST);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (exact === '' || first === undefined || last === undefined) return null;
  const before = document.createRange();
  before.setStart(first.layer, 0);
  before.setEnd(first.range.startContainer, first.range.startOffset);
  const after = document.createRange();
  after.setStart(last.range.endContainer, last.range.endOffset);
  after.setEnd(last.layer, last.layer.childNodes.length);
  return {
    exact,
    prefix: toOneLine(textOf(before).slice(-LOOKED_AT)).slice(-AROUND),
    suffix: toOneLine(textOf(after).slice(0, LOOKED_AT)).slice(0, AROUND),
  };
}

function toOneLine(text: string): string {
  return toCleanText(text).replaceAll(/\s+/g, ' ');
}

function pieceOf(range: Range, node: Text): string {
  const [start, end] = offsetsIn(range, node);
  return node.data.slice(start, end);
}
