import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import type { FieldId } from '@shared/model/ids';
import { HISTORY_SHORTCUT } from './history-shortcut';
import { openHistory } from './open-history';

/** Props of {@link HistoryButton}. */
export interface HistoryButtonProps {
  readonly field: FieldId;
  readonly label: string;
}

/** Opens the history of a field. */
export function HistoryButton({ field, label }: HistoryButtonProps): ReactNode {
  return (
    <IconButton
      label={`History of ${label}`}
      icon={History}
      size="small"
      shortcut={HISTORY_SHORTCUT}
      onPress={() => openHistory(field)}
    />
  );
}
