import type { PaperNumber } from '@shared/model/ids';
import type { Person } from '@shared/model/person';

/** What every kind of incoming work tells of itself. */
export interface Content {
  readonly author: Person;
  /** Papers of this store that it is about. */
  readonly papers: readonly PaperNumber[];
}
