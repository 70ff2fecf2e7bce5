import type { ReactNode } from 'react';
import type { Library } from '@shared/contract/library';
import type { PaperNumber } from '@shared/model/ids';
import { RadioList } from '@renderer/ui/RadioList';
import { formatCount } from './format';

/** The open paper's review, or every review that was begun. */
export type Scope = 'this' | 'all';

/** Papers about which I wrote something, by number; none while the library is not known. */
export function listBegun(library: Library | undefined): readonly PaperNumber[] {
  return library?.papers.flatMap((row) => (row.changedAt === null ? [] : [row.number])) ?? [];
}

/** The papers that a choice stands for; all where no begun paper is open. */
export function papersOf(
  scope: Scope,
  paper: PaperNumber | null,
  begun: readonly PaperNumber[],
): readonly PaperNumber[] {
  return scope === 'this' && paper !== null && begun.includes(paper) ? [paper] : begun;
}

/** Props of {@link PaperScope}. */
export interface PaperScopeProps {
  readonly paper: PaperNumber | null;
  readonly begun: readonly PaperNumber[];
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
  readonly isDisabled: boolean;
}

/** Which of my reviews something is about. */
export function PaperScope({ paper, begun, value, onChange, isDisabled }: PaperScopeProps): ReactNode {
  const isOpen = paper !== null && begun.includes(paper);
  return (
    <RadioList<Scope>
      label="Reviews"
      value={isOpen ? value : 'all'}
      onChange={onChange}
      isDisabled={isDisabled}
      options={[
        ...(isOpen ? [{ id: 'this' as const, label: `Of #${paper} only` }] : []),
        {
          id: 'all',
          label:
            begun.length === 0
              ? 'You have begun no review yet'
              : `All ${formatCount(begun.length, 'review')} that you have begun`,
          ...(begun.length === 0 ? {} : { description: begun.map((number) => `#${number}`).join(', ') }),
        },
      ]}
    />
  );
}
