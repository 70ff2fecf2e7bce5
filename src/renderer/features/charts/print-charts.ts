import type { Chart } from '@shared/rules/charts/chart';
import { chartToSvg } from '@shared/rules/charts/chart-to-svg';
import styles from './charts.module.css';

/** Prints charts as they are saved, on white, and nothing else of the window. */
export async function printCharts(charts: readonly Chart[]): Promise<void> {
  const paper = document.createElement('div');
  paper.className = styles['printed'] ?? '';
  const images = charts
    .filter(({ marks }) => marks.length > 0)
    .map((chart) => {
      const image = new Image();
      image.alt = chart.title;
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartToSvg(chart))}`;
      return image;
    });
  paper.append(...images);
  document.body.append(paper);
  try {
    await Promise.all(images.map(async (image) => image.decode()));
    window.print();
  } finally {
    paper.remove();
  }
}
