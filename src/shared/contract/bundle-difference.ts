import type { BundleKind } from '../model/bundle';
import type { BundleId } from '../model/ids';
import type { Instant } from '../model/time';
import type { TextChange } from '../rules/word-diff';

/** Which bundle was compared. */
export interface ComparedBundle {
  readonly fileName: string;
  readonly id: BundleId;
  readonly kind: BundleKind;
  readonly author: string;
  readonly sequence: number;
  readonly created: Instant;
}

/** A field that one of the two has otherwise, or not at all. */
export interface FieldDifference {
  readonly label: string;
  readonly words: readonly TextChange[];
}

/** A thing that only one of two bundles has, or that both have with other fields. */
export interface ItemDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly title: string;
  /** Of what was added or removed, all; of what changed, those that did. */
  readonly fields: readonly FieldDifference[];
}

/** The differences of one sort of things. */
export interface SectionDifference {
  readonly title: string;
  readonly items: readonly ItemDifference[];
}

/** What changed from one bundle to another. When and by which program they were made does not count. */
export interface BundleDifference {
  readonly before: ComparedBundle;
  readonly after: ComparedBundle;
  /** Empty when both say the same. */
  readonly sections: readonly SectionDifference[];
}
