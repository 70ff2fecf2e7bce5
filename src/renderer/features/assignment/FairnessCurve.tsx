import { useEffect, useId, useRef, type PointerEvent, type ReactNode } from 'react';
import { VisuallyHidden } from '@renderer/ui/VisuallyHidden';
import type { FairnessCurve as Curve } from '@shared/contract/assignment';
import shared from './assignment.module.css';
import { formatScore } from './assignment-words';
import styles from './fairness-curve.module.css';

/** Props of {@link FairnessCurve}. */
export interface FairnessCurveProps {
  readonly curve: Curve;
  /** The run that is shown; it may be on the curve or not. */
  readonly shown: number | null;
  readonly onShow: (run: number) => void;
}

/** The drawing's own units. */
const WIDTH = 320;
const HEIGHT = 120;
const EDGE = 14;

/**
 * Total against the worst paper. A drag over the drawing or the slider below it takes a point, whose assignment is then
 * shown; for those who do not see it there is a table.
 */
export function FairnessCurve({ curve, shown, onShow }: FairnessCurveProps): ReactNode {
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  // It comes where a person may have scrolled away from.
  useEffect(() => figure.current?.scrollIntoView({ block: 'nearest' }), [curve]);
  const { points } = curve;
  const worsts = points.map(({ worst }) => worst);
  const totals = points.map(({ total }) => total);
  const place = (value: number, among: readonly number[], size: number): number => {
    const [low, high] = [Math.min(...among), Math.max(...among)];
    return EDGE + (high === low ? 0.5 : (value - low) / (high - low)) * (size - 2 * EDGE);
  };
  const marks = points.map(({ run, total, worst }) => ({
    run,
    x: place(worst, worsts, WIDTH),
    y: HEIGHT - place(total, totals, HEIGHT),
  }));
  const index = points.findIndex(({ run }) => run === shown);
  const point = points[index];
  const showAt = (next: number): void => {
    const run = points[next]?.run;
    if (run !== undefined && run !== shown) onShow(run);
  };
  const drag = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const distances = marks.map((mark) => Math.abs(mark.x - x));
    showAt(distances.indexOf(Math.min(...distances)));
  };
  return (
    <figure ref={figure} className={styles['curve']} aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`}>
        Total against the worst paper
        <span className={shared['faint']}>
          {point === undefined
            ? ' Take a point to see its assignment.'
            : ` Total ${formatScore(point.total)}, worst paper ${formatScore(point.worst)}.`}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
      >
        <path className={styles['axis']} d={`M${EDGE / 2} ${EDGE / 2}V${HEIGHT - 4}H${WIDTH - 4}`} />
        <polyline className={styles['line']} points={marks.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {marks.map(({ run, x, y }) => (
          <circle
            key={run}
            className={styles['point']}
            data-shown={run === shown || undefined}
            cx={x}
            cy={y}
            r={run === shown ? 6 : 4}
          />
        ))}
      </svg>
      <input
        type="range"
        aria-label="Fairness to the worst paper"
        min={0}
        max={points.length - 1}
        step={1}
        value={Math.max(0, index)}
        aria-valuetext={
          point === undefined
            ? 'no point of the curve'
            : `total ${formatScore(point.total)}, worst paper ${formatScore(point.worst)}`
        }
        disabled={points.length < 2}
        onChange={(event) => showAt(Number(event.target.value))}
      />
      <div className={styles['ends']} aria-hidden>
        <span>largest total</span>
        <span>best worst paper</span>
      </div>
      <p className={shared['faint']}>
        {curve.outOfReach === null
          ? 'Not every rule can be kept: there is no curve.'
          : points.length < 2
            ? 'There is nothing to trade: the assignment of the largest total is also the fairest.'
            : formatScore(curve.outOfReach) === formatScore(Math.max(...worsts))
              ? 'No assignment gives the worst paper more: that is proved.'
              : `No assignment gives every paper ${formatScore(curve.outOfReach)}: that is proved.`}
      </p>
      <VisuallyHidden>
        <table>
          <caption>Points of the curve</caption>
          <thead>
            <tr>
              <th scope="col">Total</th>
              <th scope="col">Worst paper</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ run, total, worst }) => (
              <tr key={run}>
                <td>{formatScore(total)}</td>
                <td>{formatScore(worst)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
