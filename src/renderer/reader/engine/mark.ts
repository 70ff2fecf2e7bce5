import type { PageQuads, Quote } from '@shared/model/annotation';

/** Something that is drawn on pages: text behind a colour, a line under it, a rectangle, a note at a point. */
export interface PageMark {
  readonly id: string;
  readonly kind: 'highlight' | 'underline' | 'note' | 'area';
  /** What picks its colour in the style sheet. */
  readonly tone: string;
  /** Whether something is written about it, which a dot tells. */
  readonly hasComment: boolean;
  readonly pages: readonly PageQuads[];
}

/** A passage of the paper: where it is, and its words where it has any. */
export interface Passage {
  readonly pages: readonly PageQuads[];
  /** The label of its first page; null where the paper has no labels. */
  readonly pageLabel: string | null;
  readonly quote: Quote | null;
}

/** The sides of a rectangle, y downwards. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
