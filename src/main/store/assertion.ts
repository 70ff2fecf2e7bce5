import type { BundleHeader } from '@shared/model/bundle';

/**
 * Which assignment bundle says something, as text that sorts from older to newer, so that what the newest one says
 * stands in whatever order they come. What the organizer's own store says of itself is asserted by no bundle.
 */
export type Assertion = string;

/** The assertion of a store that was set up here. */
export const OWN_ASSERTION: Assertion = '';

/** The assertion of an assignment bundle: its place in the author's sequence, its id where two claim the same place. */
export function assertionOf(header: BundleHeader): Assertion {
  return `${String(header.sequence).padStart(16, '0')} ${header.id}`;
}
