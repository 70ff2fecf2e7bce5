import type { ReactNode } from 'react';
import type { Chart } from '@shared/rules/charts/chart';
import styles from './charts.module.css';

/** The figures of a chart, folded away until somebody wants them; assistive tools read them as any table. */
export function ChartTable({ chart }: { readonly chart: Chart }): ReactNode {
  return (
    <details className={styles['figures']}>
      <summary>Figures</summary>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroller']} tabIndex={0} role="group" aria-label={`Figures: ${chart.title}`}>
        <table>
          <caption className={styles['caption']}>{chart.title}</caption>
          <thead>
            <tr>
              {chart.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.rows.map((row) => (
              <tr key={row.join('\t')}>
                {row.map((cell, index) => (
                  <td key={chart.columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
