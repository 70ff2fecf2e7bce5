import type { BundleDifference, FieldDifference, ItemDifference } from '@shared/contract/bundle-difference';
import type { TextChange } from '@shared/rules/word-diff';
import { makeFitForTerminal } from '@shared/rules/visible-text';
import type { Painted } from './print';

/** Unchanged words that are shown on either side of a change. */
const CONTEXT_CHARS = 60;

/** Escape sequences (ECMA-48, select graphic rendition) of a terminal. */
const COLOURS = { added: '\u001b[32m', removed: '\u001b[31m', title: '\u001b[1m', off: '\u001b[0m' } as const;
type Colour = Exclude<keyof typeof COLOURS, 'off'>;

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/**
 * A difference for people: `+` and `-` before what came and went, `~` before what changed, and in texts the words as
 * `[-removed-]{+added+}`, as wdiff writes them. Coloured only where it goes to a terminal.
 */
export function paintDifference(difference: BundleDifference, isColoured: boolean): Painted {
  const paint = (colour: Colour, text: string): string => {
    const fit = makeFitForTerminal(text);
    return isColoured ? `${COLOURS[colour]}${fit}${COLOURS.off}` : fit;
  };
  const paintWords = ({ kind, text }: TextChange, index: number, all: readonly TextChange[]): string => {
    if (kind === 'added') return paint('added', `{+${text}+}`);
    if (kind === 'removed') return paint('removed', `[-${text}-]`);
    return makeFitForTerminal(shorten(text, index === 0, index === all.length - 1));
  };
  const paintField = (kind: ItemDifference['kind'], { label, words }: FieldDifference): string => {
    if (kind !== 'changed')
      return paint(kind, `    ${SIGNS[kind]} ${label}: ${indent(words.map(({ text }) => text).join(''))}`);
    return `      ${makeFitForTerminal(label)}: ${indent(words.map(paintWords).join(''))}`;
  };
  const paintItem = ({ kind, title, fields }: ItemDifference): string =>
    [
      kind === 'changed' ? `  ~ ${makeFitForTerminal(title)}` : paint(kind, `  ${SIGNS[kind]} ${title}`),
      ...fields.map((field) => paintField(kind, field)),
    ].join('\n');
  const head = [describe('---', difference.before), describe('+++', difference.after)];
  const sections = difference.sections.map(({ title, items }) =>
    [paint('title', title), ...items.map(paintItem)].join('\n'),
  );
  const body = sections.length === 0 ? ['Both say the same.'] : sections;
  return { painted: `${[makeFitForTerminal(head.join('\n')), ...body].join('\n\n')}\n` };
}

function describe(
  sign: string,
  { fileName, kind, author, sequence, created }: BundleDifference['before'],
): string {
  return `${sign} ${fileName}: ${kind} bundle of ${author}, number ${sequence}, made ${created}`;
}

/** Long stretches that did not change are left out but for some words beside the change. */
function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * CONTEXT_CHARS) return text;
  const start = isFirst ? '' : text.slice(0, CONTEXT_CHARS).replace(/\S*$/, '');
  const end = isLast ? '' : text.slice(-CONTEXT_CHARS).replace(/^\S*/, '');
  return `${start}…${end}`;
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n        ');
}
