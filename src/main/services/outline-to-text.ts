import type { OutlineField, OutlineSection } from '@shared/contract/bundle-contents';

/** A text that fits on a line beside its label. */
const SHORT_CHARS = 100;

/** An outline as Markdown: what people wrote in Markdown stays as they wrote it. */
export function outlineToMarkdown(title: string, outline: readonly OutlineSection[]): string {
  const sections = outline.map(({ title: section, items }) =>
    [
      `## ${section}`,
      ...items.map(({ title: item, fields }) =>
        [`### ${inOneLine(item)}`, ...joinShort(fields, toMarkdownField)].join('\n\n'),
      ),
    ].join('\n\n'),
  );
  return `${[`# ${inOneLine(title)}`, ...sections].join('\n\n')}\n`;
}

/** An outline as plain text. */
export function outlineToText(title: string, outline: readonly OutlineSection[]): string {
  const sections = outline.map(({ title: section, items }) =>
    [
      underline(section, '='),
      ...items.map(({ title: item, fields }) =>
        [underline(inOneLine(item), '-'), ...joinShort(fields, toTextField)].join('\n\n'),
      ),
    ].join('\n\n'),
  );
  return `${[inOneLine(title), ...sections].join('\n\n')}\n`;
}

/** Fields one by one; those that fit on a line stand together. */
function joinShort(
  fields: readonly OutlineField[],
  write: (field: OutlineField, isShort: boolean) => string,
): readonly string[] {
  const blocks: string[] = [];
  let wasShort = false;
  for (const field of fields) {
    const isShort = field.text.length <= SHORT_CHARS && !/\r|\n/.test(field.text);
    const text = write(field, isShort);
    const last = blocks.at(-1);
    if (isShort && wasShort && last !== undefined) blocks[blocks.length - 1] = `${last}\n${text}`;
    else blocks.push(text);
    wasShort = isShort;
  }
  return blocks;
}

function toMarkdownField({ label, text }: OutlineField, isShort: boolean): string {
  return isShort ? `- **${label}**: ${text}` : `**${label}**\n\n${text.trim()}`;
}

function toTextField({ label, text }: OutlineField, isShort: boolean): string {
  return isShort ? `${label}: ${text}` : `${label}:\n\n${text.trim()}`;
}

function underline(text: string, mark: string): string {
  return `${text}\n${mark.repeat(Math.min(text.length, SHORT_CHARS))}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
