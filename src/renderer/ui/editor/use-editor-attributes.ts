import { useMemo } from 'react';
import type { EditorAttributes } from './create-editor';
import type { ProseBoxProps } from './prose-box';

/** The attributes that tie an editor's text to its words, the same object while they are the same. */
export function useEditorAttributes({
  ids,
  describedBy,
  isRequired,
  isInvalid,
}: Pick<ProseBoxProps, 'ids' | 'describedBy' | 'isRequired' | 'isInvalid'>): EditorAttributes {
  const { control, label } = ids;
  return useMemo(
    () => ({
      id: control,
      'data-prose': '',
      'aria-labelledby': label,
      ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      ...(isRequired ? { 'aria-required': 'true' } : {}),
      ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
      // The system's checker where there is one; Referee brings and fetches no dictionary.
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
    [control, label, describedBy, isRequired, isInvalid],
  );
}
