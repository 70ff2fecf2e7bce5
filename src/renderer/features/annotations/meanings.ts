import { Bug, CircleHelp, Pencil, ThumbsDown, ThumbsUp, type LucideIcon } from 'lucide-react';
import { MEANING_NAMES } from '@shared/anchor/notes-text';
import type { AnnotationMeaning, AnnotationVisibility } from '@shared/model/annotation';

/** A meaning as it is offered. */
export interface MeaningWords {
  readonly id: AnnotationMeaning;
  readonly label: string;
  readonly icon: LucideIcon;
  /** The number key that chooses it. */
  readonly shortcut: string;
}

/** The meanings, in the order of their number keys. */
export const MEANINGS: readonly MeaningWords[] = (
  [
    ['strength', ThumbsUp],
    ['weakness', ThumbsDown],
    ['question', CircleHelp],
    ['error', Bug],
    ['minor', Pencil],
  ] as const
).map(([id, icon], at) => ({ id, label: MEANING_NAMES[id], icon, shortcut: String(at + 1) }));

/** The meaning that a key chooses; undefined for any other key. */
export function meaningOfKey(key: string): AnnotationMeaning | undefined {
  return MEANINGS.find(({ shortcut }) => shortcut === key)?.id;
}

/** Who reads a note, as a person chooses it. */
export const VISIBILITIES: readonly {
  readonly id: AnnotationVisibility;
  readonly label: string;
  readonly description: string;
}[] = [
  { id: 'mine', label: 'Only me', description: 'It never leaves this computer.' },
  { id: 'chairs', label: 'Chairs', description: 'It goes out with your review; authors do not get it.' },
  { id: 'authors', label: 'Authors too', description: 'Authors may get it after the decision.' },
];
