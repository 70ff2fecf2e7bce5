import { ChartNoAxesColumn } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';

/** Props of {@link OwnScoresButton}. */
export interface OwnScoresButtonProps {
  /** The rating's label. */
  readonly label: string;
  readonly onPress: () => void;
}

/** Leads from a rating to what else I gave. */
export function OwnScoresButton({ label, onPress }: OwnScoresButtonProps): ReactNode {
  return (
    <IconButton label={`My scores for ${label}`} icon={ChartNoAxesColumn} size="small" onPress={onPress} />
  );
}
