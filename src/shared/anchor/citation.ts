import type { Annotation } from '../model/annotation';
import { annotationIdSchema, type AnnotationId } from '../model/ids';

/** The start of a citation's address: what follows is the annotation's id. */
const ADDRESS = 'referee:annotation/';

/** The longest quote that goes into a text, in characters: more is for the page itself. */
const LONGEST = 600;

/** One citation in a Markdown text: ` [p. 4](referee:annotation/a-...)`, its place, and the line it stands on. */
export interface Citation {
  readonly id: AnnotationId;
  /** The line with the citation, without its line feed. */
  readonly line: string;
  /** Where the line starts in the text, in UTF-16 units. */
  readonly start: number;
}

const CITATION = /\[[^\]\n]{1,60}\]\(referee:annotation\/(a-[0-9a-f]{16})\)/g;

/** The annotation that a link's address names; null for any other address. */
export function annotationOfUrl(url: string): AnnotationId | null {
  if (!url.startsWith(ADDRESS)) return null;
  const parsed = annotationIdSchema.safeParse(url.slice(ADDRESS.length));
  return parsed.success ? parsed.data : null;
}

/**
 * An annotation as a line of evidence in a review: its words quoted, and where they stand, as a link back.
 * @example toCitationLine(annotation) // > “We trained on the test set.” [p. 4](referee:annotation/a-0123456789abcdef)
 */
export function toCitationLine({ id, content }: Pick<Annotation, 'id' | 'content'>): string {
  const link = `[${toPageWords(content)}](${ADDRESS}${id})`;
  if (content.quote === null) return `> ${content.kind === 'area' ? 'Marked area,' : 'Note,'} ${link}`;
  return `> “${escapeMarkdown(toShort(content.quote.exact))}” ${link}`;
}

/** The page of an annotation as people name it: `p. 4`, `p. iv`, `pp. 4–5`; `pp. iv ff.` where labels cannot be counted. */
export function toPageWords({ pages, pageLabel }: Annotation['content']): string {
  const [first, last] = [pages[0]?.page ?? 1, pages.at(-1)?.page ?? 1];
  const name = (pageLabel ?? String(first)).replaceAll(/[[\]()\\\s]/g, '') || String(first);
  if (first === last) return `p. ${name}`;
  return /^[0-9]{1,6}$/.test(name) ? `pp. ${name}–${Number(name) + last - first}` : `pp. ${name} ff.`;
}

/** The citations in a text, in order. */
export function findCitations(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].map((match) => {
    const start = text.lastIndexOf('\n', match.index) + 1;
    const end = text.indexOf('\n', match.index);
    return {
      id: annotationIdSchema.parse(match[1]),
      line: text.slice(start, end === -1 ? text.length : end),
      start,
    };
  });
}

/** A text with a citation line of an annotation at its end, as a paragraph of its own. */
export function appendCitation(text: string, line: string): string {
  return text.trim() === '' ? `${line}\n\n` : `${text.trimEnd()}\n\n${line}\n\n`;
}

/**
 * A text in which every quoted line that cites an annotation is another one, or with null is gone. A citation that
 * somebody made part of a sentence of their own is left alone.
 */
export function replaceCitations(text: string, id: AnnotationId, line: string | null): string {
  let result = text;
  for (const citation of findCitations(text).toReversed()) {
    if (citation.id !== id || !citation.line.startsWith('>')) continue;
    const end = citation.start + citation.line.length;
    const rest = line === null ? result.slice(end).replace(/^\n{1,2}/, '') : result.slice(end);
    result = `${result.slice(0, citation.start)}${line ?? ''}${rest}`;
  }
  return result;
}

/** Whether a text quotes an annotation in other words, or by another page, than the annotation has now. */
export function isCitationStale(text: string, annotation: Pick<Annotation, 'id' | 'content'>): boolean {
  const line = toCitationLine(annotation);
  return findCitations(text).some(
    (citation) => citation.id === annotation.id && citation.line.startsWith('>') && citation.line !== line,
  );
}

/** A text whose citations are words only, for where nothing can follow them: `“...” (p. 4)`. */
export function toPlainCitations(text: string): string {
  return text.replaceAll(CITATION, (link) => `(${link.slice(1, link.indexOf(']'))})`);
}

/** Text that reads in Markdown as it is: what a paper says must not become emphasis, a link or a formula. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|$~]/g, (sign) => `\\${sign}`);
}

function toShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST - 40))} …`;
}
