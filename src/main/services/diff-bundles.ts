import type {
  BundleContents,
  Glossary,
  OutlineField,
  OutlineItem,
  OutlineSection,
} from '@shared/contract/bundle-contents';
import type {
  BundleDifference,
  ComparedBundle,
  FieldDifference,
  ItemDifference,
  SectionDifference,
} from '@shared/contract/bundle-difference';
import { diffWords, type TextChange } from '@shared/rules/word-diff';
import { readContents } from './bundle-contents';
import type { JobControl, ServiceDeps } from './deps';
import { gatherGlossary } from './glossary';
import { withReadableBundle } from './open-readable';
import { outlineBundle } from './outline-bundle';
import { personName } from './outline-fields';

/** Two bundles to compare, and what helps to open and to name them. */
export interface DiffInput {
  readonly beforePath: string;
  readonly afterPath: string;
  readonly keyPath: string | null;
  readonly venuePath: string | null;
}

/**
 * Verifies two bundles and tells what changed from the first to the second: papers, people, assignments, reviews field
 * by field. When, how often and with which program they were made does not count. Stores nothing.
 *
 * Refused: as reading either of them.
 */
export function diffBundles(deps: ServiceDeps, input: DiffInput, job: JobControl): BundleDifference {
  const { keyPath, venuePath } = input;
  const read = (path: string): { contents: BundleContents; glossary: Glossary } => {
    const contents = withReadableBundle(deps, { path, keyPath }, readContents, job);
    return { contents, glossary: gatherGlossary(deps, contents, { venuePath, keyPath }, job) };
  };
  const before = read(input.beforePath);
  const after = read(input.afterPath);
  const [from, to] = [before.glossary, after.glossary];
  // The same words for both, so that a name that only one of them tells is no difference.
  const glossary: Glossary = {
    venue: to.venue ?? from.venue,
    people: { ...from.people, ...to.people },
    titles: { ...from.titles, ...to.titles },
  };
  return {
    before: toCompared(before.contents, glossary),
    after: toCompared(after.contents, glossary),
    sections: diffOutlines(outlineBundle(before.contents, glossary), outlineBundle(after.contents, glossary)),
  };
}

function toCompared({ fileName, header }: BundleContents, glossary: Glossary): ComparedBundle {
  const { id, kind, sequence, created, author } = header;
  return { fileName, id, kind, author: personName(glossary, author.person), sequence, created };
}

/** What changed from one outline to another, section by section; sections that are the same are left out. */
export function diffOutlines(
  before: readonly OutlineSection[],
  after: readonly OutlineSection[],
): readonly SectionDifference[] {
  const titles = new Set([...after, ...before].map(({ title }) => title));
  return [...titles].flatMap((title) => {
    const itemsIn = (outline: readonly OutlineSection[]): readonly OutlineItem[] =>
      outline.find((section) => section.title === title)?.items ?? [];
    const items = diffItems(itemsIn(before), itemsIn(after));
    return items.length === 0 ? [] : [{ title, items }];
  });
}

function diffItems(before: readonly OutlineItem[], after: readonly OutlineItem[]): readonly ItemDifference[] {
  return pair(before, after, ({ id }) => id).flatMap(({ from, to, newest }): readonly ItemDifference[] => {
    const { id, title } = newest;
    const fields = diffFields(from?.fields ?? [], to?.fields ?? []);
    if (from === undefined) return [{ kind: 'added', id, title, fields }];
    if (to === undefined) return [{ kind: 'removed', id, title, fields }];
    return fields.length === 0 ? [] : [{ kind: 'changed', id, title, fields }];
  });
}

function diffFields(
  before: readonly OutlineField[],
  after: readonly OutlineField[],
): readonly FieldDifference[] {
  return pair(before, after, ({ label }) => label).flatMap(({ from, to, newest }) => {
    const [old, now] = [from?.text ?? '', to?.text ?? ''];
    return old === now ? [] : [{ label: newest.label, words: diffTexts(old, now) }];
  });
}

/** A thing of two lists, one of which may lack it. */
interface Pair<T> {
  readonly from: T | undefined;
  readonly to: T | undefined;
  /** The one of the second list, or else of the first. */
  readonly newest: T;
}

/**
 * Puts together what has the same name in both lists: what only the first has, then the second in its order. Of several
 * with one name the first goes with the first, so that none is passed over.
 */
function pair<T>(before: readonly T[], after: readonly T[], nameOf: (one: T) => string): readonly Pair<T>[] {
  const earlier = byOccurrence(before, nameOf);
  const later = byOccurrence(after, nameOf);
  return [
    ...[...earlier].flatMap(([key, from]) => (later.has(key) ? [] : [{ from, to: undefined, newest: from }])),
    ...[...later].map(([key, to]) => ({ from: earlier.get(key), to, newest: to })),
  ];
}

function byOccurrence<T>(list: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, T> {
  const counts = new Map<string, number>();
  return new Map(
    list.map((one) => {
      const name = nameOf(one);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [`${count} ${name}`, one] as const;
    }),
  );
}

/** Prose word by word; a number, a time or a key as a whole. */
function diffTexts(before: string, after: string): readonly TextChange[] {
  if (/\s/.test(before) || /\s/.test(after)) return diffWords(before, after);
  const changes: readonly TextChange[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return changes.filter(({ text }) => text !== '');
}
