import type { ReactNode } from 'react';
import type { Mark } from '@shared/rules/charts/chart';
import styles from './charts.module.css';

/** One mark of a chart as SVG, coloured by what it means. */
export function MarkView({ mark }: { readonly mark: Mark }): ReactNode {
  const tone = styles[mark.tone];
  const tip = 'tip' in mark && mark.tip !== undefined && <title>{mark.tip}</title>;
  switch (mark.kind) {
    case 'rect':
      return (
        <rect className={tone} x={mark.x} y={mark.y} width={mark.width} height={mark.height}>
          {tip}
        </rect>
      );
    case 'line':
      return (
        <line
          className={tone}
          x1={mark.x1}
          y1={mark.y1}
          x2={mark.x2}
          y2={mark.y2}
          strokeDasharray={mark.isDashed === true ? '5 4' : undefined}
        >
          {tip}
        </line>
      );
    case 'dot':
      return (
        <circle className={tone} cx={mark.x} cy={mark.y} r={mark.radius}>
          {tip}
        </circle>
      );
    case 'path':
      return <polyline className={tone} points={mark.points.map(([x, y]) => `${x},${y}`).join(' ')} />;
    case 'text':
      return (
        <text className={tone} x={mark.x} y={mark.y} textAnchor={mark.anchor}>
          {mark.text}
        </text>
      );
  }
}
