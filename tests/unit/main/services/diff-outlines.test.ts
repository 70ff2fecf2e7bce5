import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlineSection } from '@shared/contract/bundle-contents';
import { diffOutlines } from '@main/services/diff-bundles';

const field = fc.record({
  label: fc.constantFrom('State', 'Summary', 'Due'),
  text: fc.constantFrom('', 'a', 'a b', 'c'),
});
const item = fc.record({
  id: fc.constantFrom('1', '2', '3'),
  title: fc.constant('Paper'),
  fields: fc.array(field, { maxLength: 4 }),
});
const outline = fc.uniqueArray(
  fc.record({ title: fc.constantFrom('Papers', 'Reviews'), items: fc.array(item, { maxLength: 4 }) }),
  { selector: ({ title }) => title },
);

/** All that an outline says, in no order: its things, and their facts that are not empty. */
function factsOf(of: readonly OutlineSection[]): string {
  return of
    .flatMap(({ title, items }) =>
      items.flatMap(({ id, fields }) => [
        `${title} ${id}`,
        ...fields.flatMap(({ label, text }) => (text === '' ? [] : [`${title} ${id} ${label} ${text}`])),
      ]),
    )
    .toSorted()
    .join('\n');
}

describe('the differences of two outlines', () => {
  it('are none between an outline and itself', () => {
    fc.assert(
      fc.property(outline, (one) => {
        expect(diffOutlines(one, one)).toEqual([]);
      }),
    );
  });

  it('are some where the outlines say something else, whatever is listed twice', () => {
    fc.assert(
      fc.property(outline, outline, (one, other) => {
        fc.pre(factsOf(one) !== factsOf(other));
        expect(diffOutlines(one, other)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('turn round when the outlines do: what came has gone', () => {
    const paper = { id: '7', title: 'Paper 7', fields: [{ label: 'Title', text: 'One' }] };
    const added = diffOutlines([], [{ title: 'Papers', items: [paper] }]);
    expect(added).toEqual([
      {
        title: 'Papers',
        items: [
          {
            kind: 'added',
            id: '7',
            title: 'Paper 7',
            fields: [{ label: 'Title', words: [{ kind: 'added', text: 'One' }] }],
          },
        ],
      },
    ]);
    expect(diffOutlines([{ title: 'Papers', items: [paper] }], [])).toMatchObject([
      { items: [{ kind: 'removed' }] },
    ]);
  });

  it('keep a number or a key whole, and tell prose word by word', () => {
    const at = (text: string): readonly OutlineSection[] => [
      { title: 'Reviews', items: [{ id: 'r', title: 'Review', fields: [{ label: 'Field', text }] }] },
    ];
    expect(
      diffOutlines(at('2026-05-10T09:00:00.000Z'), at('2026-05-11T09:00:00.000Z'))[0]?.items[0]?.fields[0]
        ?.words,
    ).toEqual([
      { kind: 'removed', text: '2026-05-10T09:00:00.000Z' },
      { kind: 'added', text: '2026-05-11T09:00:00.000Z' },
    ]);
    expect(diffOutlines(at('a good paper'), at('a fine paper'))[0]?.items[0]?.fields[0]?.words).toHaveLength(
      4,
    );
  });
});
