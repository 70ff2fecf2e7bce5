import { memo, type ReactNode } from 'react';
import type { TextField } from '@shared/model/form';
import { AloneToggle } from './AloneToggle';
import { PreviewToggle } from './PreviewToggle';
import { useForm } from './session-context';

/** Props of {@link TextActs}. */
export interface TextActsProps {
  readonly field: TextField;
  readonly isEmpty: boolean;
}

/** What can be done with a text, at the end of its label's line. A key that is typed does not render it again. */
export const TextActs = memo(function TextActs({ field, isEmpty }: TextActsProps): ReactNode {
  const { isReadOnly, fieldActs } = useForm();
  if (isReadOnly) return null;
  return (
    <>
      <AloneToggle field={field.id} label={field.label} />
      <PreviewToggle field={field.id} label={field.label} />
      {fieldActs?.(field, isEmpty)}
    </>
  );
});
