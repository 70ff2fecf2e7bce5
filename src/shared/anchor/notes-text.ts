import type { Annotation, AnnotationMeaning } from '../model/annotation';
import { escapeMarkdown, toPageWords } from './citation';

/** What a mark says, as a person reads it. */
export const MEANING_NAMES: Readonly<Record<AnnotationMeaning, string>> = {
  strength: 'Strength',
  weakness: 'Weakness',
  question: 'Question',
  error: 'Error',
  minor: 'Minor',
};

const WITHOUT_TEXT = {
  highlight: 'Marked text',
  underline: 'Marked text',
  note: 'Note',
  area: 'Marked area',
};

/**
 * The notes on a paper as a Markdown document: each with its page, meaning, quote and comment, in the order given.
 *
 * @param of the paper: its number and title
 */
export function toNotesText(
  of: { readonly number: number; readonly title: string },
  annotations: readonly Pick<Annotation, 'content'>[],
): string {
  const blocks = annotations.map(({ content }) => {
    const head = `## ${toPageWords(content)}: ${MEANING_NAMES[content.meaning]}`;
    const quoted =
      content.quote === null
        ? `*${WITHOUT_TEXT[content.kind]}*`
        : content.quote.exact
            .split('\n')
            .map((line) => (line === '' ? '>' : `> ${escapeMarkdown(line)}`))
            .join('\n');
    return [head, quoted, content.comment.trim()].filter((part) => part !== '').join('\n\n');
  });
  return `${[`# Notes on #${of.number} ${escapeMarkdown(of.title)}`, ...blocks].join('\n\n')}\n`;
}
