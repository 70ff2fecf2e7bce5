import { useEffect, type ReactNode } from 'react';
import { useCommands } from '@renderer/ui/commands';
import type { FormHandle } from '../common/form-handle';
import { HISTORY_SHORTCUT } from './history-shortcut';
import { HistorySheet } from './HistorySheet';
import { closeHistory, openHistory, useOpenHistory } from './open-history';

/** Props of {@link FieldHistory}. */
export interface FieldHistoryProps {
  readonly form: FormHandle;
}

/** The history of the fields of a form, one at a time. Nothing until it is asked for. */
export function FieldHistory({ form }: FieldHistoryProps): ReactNode {
  const open = useOpenHistory((state) => state.field);
  const { fields } = form.venue.form;
  const field = fields.find(({ id }) => id === open);
  useEffect(() => closeHistory, [form]);
  useCommands([
    {
      id: 'review.history',
      title: 'History of this field...',
      section: 'Review',
      shortcut: HISTORY_SHORTCUT,
      keywords: ['versions', 'compare', 'restore', 'earlier'],
      allowInText: true,
      run: () => {
        const wanted = form.fieldInHand() ?? fields.find(({ kind }) => kind === 'text')?.id;
        if (wanted !== undefined) openHistory(wanted);
      },
    },
  ]);
  if (field === undefined) return null;
  return <HistorySheet key={field.id} form={form} field={field} onClose={closeHistory} />;
}
