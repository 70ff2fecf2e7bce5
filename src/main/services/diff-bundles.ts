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
import { diffWords } from '@shared/rules/word-diff';
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
  const earlier = new Map(before.map((item) => [item.id, item]));
  const later = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !later.has(id));
  return [
    ...removed.map(({ id, title, fields }) => toItem('removed', id, title, diffFields(fields, []))),
    ...after.flatMap(({ id, title, fields }) => {
      const known = earlier.get(id);
      const changes = diffFields(known?.fields ?? [], fields);
      if (known === undefined) return [toItem('added', id, title, changes)];
      return changes.length === 0 ? [] : [toItem('changed', id, title, changes)];
    }),
  ];
}

function toItem(
  kind: ItemDifference['kind'],
  id: string,
  title: string,
  fields: readonly FieldDifference[],
): ItemDifference {
  return { kind, id, title, fields };
}

function diffFields(
  before: readonly OutlineField[],
  after: readonly OutlineField[],
): readonly FieldDifference[] {
  const textIn = (fields: readonly OutlineField[], label: string): string =>
    fields.find((field) => field.label === label)?.text ?? '';
  const labels = new Set([...after, ...before].map(({ label }) => label));
  return [...labels].flatMap((label) => {
    const [from, to] = [textIn(before, label), textIn(after, label)];
    return from === to ? [] : [{ label, words: diffWords(from, to) }];
  });
}
