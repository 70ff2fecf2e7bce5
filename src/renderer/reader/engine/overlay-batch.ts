import type { Quad } from '@shared/model/annotation';
import type { PageMark } from './mark';
import { createMark, createSvg, DOT_POINTS, toLines, toLowerEdges, toOutline } from './overlay-shapes';

/** Up to so many marks of a page are elements of their own; more are drawn by shape and colour. */
const MOST_SINGLE = 120;

/**
 * The marks of a page, in PDF user space. A page with very many of them gets one path for each shape and colour, which is
 * drawn many times faster than an element for each; the one that stands out is an element all the same.
 */
export function createMarks(
  marks: readonly PageMark[],
  pageNumber: number,
  flashing: string | undefined,
): readonly SVGGElement[] {
  const single = marks.length <= MOST_SINGLE ? marks : marks.filter(({ id }) => id === flashing);
  const elements = single.map((mark) => createMark(mark, quadsOn(mark, pageNumber), mark.id === flashing));
  if (single === marks) return elements;
  const batch = new Map<
    string,
    { readonly kind: string; readonly tone: string; readonly marks: PageMark[] }
  >();
  for (const mark of marks) {
    const { kind, tone } = mark;
    const known = batch.get(`${kind} ${tone}`);
    if (known === undefined) batch.set(`${kind} ${tone}`, { kind, tone, marks: [mark] });
    else known.marks.push(mark);
  }
  return [...[...batch.values()].map((same) => createBatch(same, pageNumber)), ...elements];
}

interface Batch {
  readonly kind: string;
  readonly tone: string;
  readonly marks: readonly PageMark[];
}

function createBatch({ kind, tone, marks }: Batch, pageNumber: number): SVGGElement {
  const group = createSvg('g', { 'data-marks': marks.length, 'data-kind': kind, 'data-tone': tone });
  const add = (name: string, toPath: (quads: readonly Quad[]) => string, some = marks): void => {
    if (some.length === 0) return;
    const d = some.map((mark) => toPath(quadsOn(mark, pageNumber))).join('');
    group.append(createSvg('path', { class: name, d }));
  };
  if (kind === 'underline') add('edge', toLowerEdges);
  else add(kind === 'highlight' ? 'fill' : 'box', toOutline);
  const first = (draw: (quad: Quad) => string) => (quads: readonly Quad[]) =>
    quads[0] === undefined ? '' : draw(quads[0]);
  if (kind === 'note') add('lines', first(toLines));
  else
    add(
      'dot',
      first(toDot),
      marks.filter(({ hasComment }) => hasComment),
    );
  return group;
}

/** A disc at the top left of a quad, as two half circles. */
function toDot([x = 0, y = 0]: Quad): string {
  const [r, width] = [DOT_POINTS, 2 * DOT_POINTS];
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${width} 0a${r} ${r} 0 1 0 ${-width} 0Z`;
}

function quadsOn(mark: PageMark, pageNumber: number): readonly Quad[] {
  return mark.pages.find(({ page }) => page === pageNumber)?.quads ?? [];
}
