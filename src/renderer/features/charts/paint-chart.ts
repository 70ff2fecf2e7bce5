import type { Chart } from '@shared/rules/charts/chart';
import { chartToSvg } from '@shared/rules/charts/chart-to-svg';

/** Pixels of the picture for each pixel of the chart: sharp in print at the width of a column. */
const SCALE = 3;

/** A chart as PNG in base64, painted from the same drawing as its SVG file. */
export async function paintChart(chart: Chart): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartToSvg(chart))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to paint on');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
