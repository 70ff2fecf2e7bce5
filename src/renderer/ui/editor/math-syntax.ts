import { Tag } from '@lezer/highlight';
import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/** What a formula in a text is highlighted by. */
export const formula = Tag.define();

const DOLLAR = 36;

/**
 * Formulas between dollar signs, in a line or over several: a run of dollars up to the next run of as many, as
 * remark-math reads them.
 */
export const mathSyntax: MarkdownConfig = {
  defineNodes: [{ name: 'Formula', style: { 'Formula/...': formula } }],
  parseInline: [{ name: 'Formula', after: 'InlineCode', parse: parseFormula }],
};

function parseFormula(context: InlineContext, next: number, start: number): number {
  if (next !== DOLLAR || (start > context.offset && context.char(start - 1) === DOLLAR)) return -1;
  const opening = runEnd(context, start) - start;
  for (let at = start + opening; at < context.end; at += 1) {
    if (context.char(at) !== DOLLAR) continue;
    const end = runEnd(context, at);
    if (end - at === opening) return context.addElement(context.elt('Formula', start, end));
    at = end;
  }
  return -1;
}

function runEnd(context: InlineContext, start: number): number {
  let end = start;
  while (end < context.end && context.char(end) === DOLLAR) end += 1;
  return end;
}
