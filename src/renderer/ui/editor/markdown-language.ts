import { markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, Language, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import type { MarkdownParser } from '@lezer/markdown';
import styles from './editor.module.css';
import { formula, mathSyntax } from './math-syntax';

/** The dialect that the preview renders: with tables, task lists and formulas, and without what it does not know. */
const language = new Language(
  // The facet of the library's own dialect, so that its commands take this one for Markdown.
  markdownLanguage.data,
  (markdownLanguage.parser as MarkdownParser).configure([
    { remove: ['Superscript', 'Subscript', 'Emoji'] },
    mathSyntax,
  ]),
  [],
  'markdown',
);

const style = (name: string): string => styles[name] ?? '';

const look = HighlightStyle.define([
  { tag: tags.heading, class: style('heading') },
  { tag: tags.emphasis, class: style('emphasis') },
  { tag: tags.strong, class: style('strong') },
  { tag: tags.strikethrough, class: style('struck') },
  { tag: tags.quote, class: style('quote') },
  { tag: tags.monospace, class: style('code') },
  { tag: formula, class: style('formula') },
  { tag: [tags.link, tags.url], class: style('link') },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], class: style('mark') },
]);

/** Markdown, its signs quiet and its parts lightly told apart. */
export const markdownText: Extension = [language, syntaxHighlighting(look)];
