import { Download } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { toRequestError, type RequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import type { VenueId } from '@shared/model/ids';
import type { Chart } from '@shared/rules/charts/chart';
import styles from './charts.module.css';
import { ChartTable } from './ChartTable';
import { MarkView } from './MarkView';
import { saveChart, type PictureFormat } from './save-chart';

/** Props of {@link ChartFigure}. */
export interface ChartFigureProps {
  readonly venue: VenueId;
  readonly chart: Chart;
  readonly onFailure: (error: RequestError | null) => void;
}

/** One chart: what it shows in words, the drawing in the colours of the theme, and its figures as a table. */
export function ChartFigure({ venue, chart, onFailure }: ChartFigureProps): ReactNode {
  const id = useId();
  const { title, summary, width, height, marks } = chart;
  const save = (format: PictureFormat): void => {
    onFailure(null);
    saveChart(venue, chart, format).catch((thrown: unknown) => onFailure(toRequestError(thrown)));
  };
  return (
    <section className={styles['chart']} aria-labelledby={`${id}-title`}>
      <div className={styles['head']}>
        <h3 id={`${id}-title`} className={styles['title']}>
          {title}
        </h3>
        {marks.length > 0 && (
          <div className={styles['acts']}>
            {(['SVG', 'PNG'] as const).map((format) => (
              <Button
                key={format}
                size="small"
                kind="quiet"
                icon={Download}
                ariaLabel={`Save "${title}" as ${format}`}
                onPress={() => save(format)}
              >
                {format}
              </Button>
            ))}
          </div>
        )}
      </div>
      <p id={`${id}-summary`} className={styles['summary']}>
        {summary}
      </p>
      {marks.length > 0 && (
        <>
          <svg
            role="img"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-summary`}
            className={styles['drawing']}
            viewBox={`0 0 ${width} ${height}`}
          >
            {marks.map((mark, index) => (
              // The marks of a chart have no names, and come anew whenever one changes.
              <MarkView key={index} mark={mark} />
            ))}
          </svg>
          <ChartTable chart={chart} />
        </>
      )}
    </section>
  );
}
