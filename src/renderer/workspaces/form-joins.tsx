import type { ReactNode } from 'react';
import type { FormHandle } from '@renderer/features/common/form-handle';
import { FieldHistory, HistoryButton } from '@renderer/features/field-history';
import { OwnScoresButton } from '@renderer/features/own-scores';
import { ReviewChecks } from '@renderer/features/review-checks';
import { SnippetButton } from '@renderer/features/snippets';
import type { FormField } from '@shared/model/form';
import { openScores } from './sheets-state';

/** What the reviewer's desk joins to a form: what there is to look at, and the history of its fields. */
export function joinToForm(form: FormHandle): ReactNode {
  return (
    <>
      <ReviewChecks form={form} />
      <FieldHistory form={form} />
    </>
  );
}

/** What it adds to the head of a field. */
export function actsOfField(field: FormField, isEmpty = false): ReactNode {
  if (field.kind === 'text') {
    return (
      <>
        <SnippetButton field={field} isEmpty={isEmpty} />
        <HistoryButton field={field.id} label={field.label} />
      </>
    );
  }
  if (field.kind !== 'rating') return null;
  return <OwnScoresButton label={field.label} onPress={() => openScores(field.id)} />;
}
