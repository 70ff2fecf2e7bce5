import type { Paper } from '@shared/model/paper';
import type { Venue } from '@shared/model/venue';

/** A paper as those who get it may read it: under double-blind review nobody who reviews learns its authors. */
export function toReadable({ policy }: Venue, paper: Paper): Paper {
  return policy.blind === 'double' ? { ...paper, authors: [] } : paper;
}
