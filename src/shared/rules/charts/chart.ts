/** What a mark means, from which its colour follows: theme tokens in the window, a palette in a file. */
export type Tone = 'text' | 'faint' | 'axis' | 'grid' | 'main' | 'soft' | 'point' | 'warning';

/** One thing that is drawn. Lengths are CSS pixels from the top left; `tip` tells more on hover. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly tone: Tone;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tip?: string;
    }
  | {
      readonly kind: 'line';
      readonly tone: Tone;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly isDashed?: boolean;
      readonly tip?: string;
    }
  | {
      readonly kind: 'dot';
      readonly tone: Tone;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly tip?: string;
    }
  | { readonly kind: 'path'; readonly tone: Tone; readonly points: readonly (readonly [number, number])[] }
  | {
      readonly kind: 'text';
      readonly tone: Tone;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
    };

/** What each kind of chart is called in requests and file names. */
export const chartIds = ['scores', 'disagreement', 'topics', 'leniency', 'progress'] as const;
export type ChartId = (typeof chartIds)[number];

/** A chart: a drawing, the same in words, and its figures as a table for whoever would rather read them. */
export interface Chart {
  readonly id: ChartId;
  readonly title: string;
  /** What it shows, in a sentence or two with the figures that matter. */
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  /** In drawing order; none where there is nothing to draw, as the summary says. */
  readonly marks: readonly Mark[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How wide charts are drawn. */
export const CHART_WIDTH = 640;
