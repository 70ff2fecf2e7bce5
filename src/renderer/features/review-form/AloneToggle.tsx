import { Maximize2, Minimize2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import type { FieldId } from '@shared/model/ids';
import { useForm, useReview } from './session-context';

/** Props of {@link AloneToggle}. */
export interface AloneToggleProps {
  readonly field: FieldId;
  readonly label: string;
}

/** Gives a text the form to itself, or shows all of the form again. */
export const AloneToggle = memo(function AloneToggle({ field, label }: AloneToggleProps): ReactNode {
  const { session } = useForm();
  const isAlone = useReview(({ alone }) => alone === field);
  return (
    <IconButton
      size="small"
      icon={isAlone ? Minimize2 : Maximize2}
      label={isAlone ? 'Show the whole form' : `Write in ${label} alone`}
      shortcut={isAlone ? 'Escape' : 'Mod+Shift+Enter'}
      onPress={() => session.showAlone(isAlone ? null : field)}
    />
  );
});
