import type { CarriedReview } from '@shared/model/review';
import type { ReceivedAnnotation } from '../store/received-annotations';
import type { ReceivedResponse } from '../store/received-responses';
import type { Content } from './intake-content';

/** The reviews of a bundle as far as they concern a store. */
export interface ReviewWork extends Content {
  /** Reviews of papers that this store has. */
  readonly reviews: readonly CarriedReview[];
  /** Reviews of papers that it has not: another chair's. */
  readonly others: readonly CarriedReview[];
  /** What the writer marked on papers, or took back. */
  readonly annotations: readonly ReceivedAnnotation[];
  /** What the writer said of being asked to review papers. */
  readonly responses: readonly ReceivedResponse[];
  /** Whether they are by somebody whom I asked to help: proposals for reviews of mine. */
  readonly isHelp: boolean;
  /** Whether I wrote them, on another computer of mine. */
  readonly isMine: boolean;
}
