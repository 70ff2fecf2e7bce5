import type { Chart, Mark, Tone } from './chart';

/** Colours on white: dark enough for print, and told apart by lightness as well. */
const COLOURS: Readonly<Record<Tone, string>> = {
  text: '#1b1f24',
  faint: '#5d6671',
  axis: '#474f59',
  grid: '#e1e4e8',
  main: '#1f5fbf',
  soft: '#9dbde8',
  point: '#1f5fbf',
  warning: '#9a5b00',
};

/** A chart as an SVG 1.1 file that stands by itself: its own colours on white, a title and a description inside. */
export function chartToSvg({ title, summary, width, height, marks }: Chart): string {
  const body = marks.length === 0 ? `<text x="12" y="40" fill="${COLOURS.text}">Nothing to draw.</text>` : '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + 32}" viewBox="0 -32 ${width} ${height + 32}" font-family="Inter, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="12" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(summary)}</desc>`,
    `<rect x="0" y="-32" width="${width}" height="${height + 32}" fill="#ffffff"/>`,
    `<text x="12" y="-11" font-size="14" font-weight="600" fill="${COLOURS.text}">${escapeXml(title)}</text>`,
    ...marks.map(markToSvg),
    body,
    '</svg>',
    '',
  ].join('\n');
}

function markToSvg(mark: Mark): string {
  const colour = COLOURS[mark.tone];
  const tip = 'tip' in mark && mark.tip !== undefined ? `<title>${escapeXml(mark.tip)}</title>` : '';
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" fill="${colour}">${tip}</rect>`;
    case 'line':
      return `<line x1="${round(mark.x1)}" y1="${round(mark.y1)}" x2="${round(mark.x2)}" y2="${round(mark.y2)}" stroke="${colour}" stroke-width="${mark.tone === 'grid' ? 1 : 1.5}"${mark.isDashed === true ? ' stroke-dasharray="5 4"' : ''}>${tip}</line>`;
    case 'dot':
      return `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${mark.radius}" fill="${colour}" fill-opacity="0.8">${tip}</circle>`;
    case 'path':
      return `<polyline points="${mark.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
    case 'text':
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" text-anchor="${mark.anchor}" fill="${colour}">${escapeXml(mark.text)}</text>`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A text inside XML 1.0: what it may not hold is left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
