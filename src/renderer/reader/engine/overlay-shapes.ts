import type { Quad } from '@shared/model/annotation';
import type { PageMark } from './mark';
import { cornersOf } from './page-geometry';

/** The radius of the dot that tells of a comment, in points. */
export const DOT_POINTS = 2.6;

/** The outline of quads as SVG path data, in PDF user space. */
export function toOutline(quads: readonly Quad[]): string {
  return quads
    .map((quad) => {
      const [[ax, ay] = [0, 0], [bx, by] = [0, 0], [cx, cy] = [0, 0], [dx, dy] = [0, 0]] = cornersOf(quad);
      return `M${ax} ${ay}L${bx} ${by}L${dx} ${dy}L${cx} ${cy}Z`;
    })
    .join('');
}

/** The lower edges of quads as SVG path data, in PDF user space. */
export function toLowerEdges(quads: readonly Quad[]): string {
  return quads.map(([, , , , cx, cy, dx, dy]) => `M${cx} ${cy}L${dx} ${dy}`).join('');
}

/** A mark on one page, in PDF user space. */
export function createMark(mark: PageMark, quads: readonly Quad[], isFlashing: boolean): SVGGElement {
  const group = createSvg('g', { 'data-mark': mark.id, 'data-kind': mark.kind, 'data-tone': mark.tone });
  const outline = toOutline(quads);
  if (mark.kind === 'underline') group.append(createSvg('path', { class: 'edge', d: toLowerEdges(quads) }));
  else group.append(createSvg('path', { class: mark.kind === 'highlight' ? 'fill' : 'box', d: outline }));
  const quad = quads[0];
  if (quad !== undefined && mark.kind === 'note')
    group.append(createSvg('path', { class: 'lines', d: toLines(quad) }));
  else if (quad !== undefined && mark.hasComment) {
    const [cx = 0, cy = 0] = quad;
    group.append(createSvg('circle', { class: 'dot', cx, cy, r: DOT_POINTS }));
  }
  if (isFlashing) group.append(createSvg('path', { class: 'flash', d: outline }));
  return group;
}

/** An SVG element with attributes. */
export function createSvg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** Three lines across a quad. */
export function toLines(quad: Quad): string {
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0], [cx, cy] = [0, 0]] = cornersOf(quad);
  const at = (across: number, down: number): string =>
    `${ax + (bx - ax) * across + (cx - ax) * down} ${ay + (by - ay) * across + (cy - ay) * down}`;
  return [0.3, 0.5, 0.7].map((down) => `M${at(0.22, down)}L${at(down > 0.6 ? 0.6 : 0.78, down)}`).join('');
}
