import { Eye, PencilLine } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import type { FieldId } from '@shared/model/ids';
import { useForm, useReview } from './session-context';

/** Props of {@link PreviewToggle}. */
export interface PreviewToggleProps {
  readonly field: FieldId;
  readonly label: string;
}

/** Shows a text as it will read, or its source again. */
export const PreviewToggle = memo(function PreviewToggle({ field, label }: PreviewToggleProps): ReactNode {
  const { session } = useForm();
  const word = useReview((state) => state.previewing.has(field)) ? 'Edit' : 'Preview';
  return (
    <Button
      size="small"
      kind="quiet"
      icon={word === 'Edit' ? PencilLine : Eye}
      ariaLabel={`${word} ${label}`}
      onPress={() => session.togglePreview(field)}
    >
      {word}
    </Button>
  );
});
