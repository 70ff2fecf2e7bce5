import type { ReactNode } from 'react';
import type { SearchHit } from '@shared/contract/search';

/** The words around a hit, with what was looked for marked. */
export function Snippet({ text, marks }: Pick<SearchHit, 'text' | 'marks'>): ReactNode {
  const parts = marks.map(([from, to], index) => (
    <span key={from}>
      {text.slice(marks[index - 1]?.[1] ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
    </span>
  ));
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
