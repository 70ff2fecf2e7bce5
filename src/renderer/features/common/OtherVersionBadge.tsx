import type { ReactNode } from 'react';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import { OTHER_VERSION_WORD } from './review-status';

/** That another version of a review, from another computer of the reviewer's, waits to be compared. */
export function OtherVersionBadge(): ReactNode {
  return (
    <span title="Another computer of yours exported a different version. Open the paper to compare.">
      <StatusBadge kind="problem">{OTHER_VERSION_WORD}</StatusBadge>
    </span>
  );
}
