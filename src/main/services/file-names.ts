import type { VenueId } from '@shared/model/ids';
import type { Person } from '@shared/model/person';

/** The name suggested for a reviewer's export. */
export function reviewFileName(venue: VenueId, reviewer: Person): string {
  return `${venue}-reviews-${personSlug(reviewer)}.referee`;
}

/** The name suggested for a chair's consolidation or an organizer's decisions. */
export function judgementFileName(
  venue: VenueId,
  what: 'consolidation' | 'decisions',
  author: Person,
): string {
  return `${venue}-${what}-${personSlug(author)}.referee`;
}

/**
 * File names of assignment bundles after the people they are for, in the order given. Where two would be called the
 * same, each gets part of its id, so that a person's file is called the same however many others come or go.
 */
export function assignmentFileNames(venue: VenueId, people: readonly Person[]): readonly string[] {
  return nameApart(people).map((slug) => `${venue}-${slug}.referee`);
}

/** File names of letters that remind people of their reviews, in the order given, told apart in the same way. */
export function letterFileNames(venue: VenueId, people: readonly Person[]): readonly string[] {
  return nameApart(people).map((slug) => `${venue}-reminder-${slug}.eml`);
}

function nameApart(people: readonly Person[]): readonly string[] {
  const slugs = people.map(personSlug);
  const isShared = (slug: string): boolean => slugs.indexOf(slug) !== slugs.lastIndexOf(slug);
  return people.map((person, index) => {
    const slug = slugs[index] as string;
    return isShared(slug) ? `${slug}.${person.id.slice(2, 10)}` : slug;
  });
}

/**
 * A person as part of a file name: `ada-lindqvist`. A name without Latin letters gives the address's local part and
 * part of the id. A slug holds no dot, so what follows one cannot be taken for another person's.
 */
function personSlug(person: Person): string {
  const name = slugOf(person.name);
  if (name !== '') return name;
  return `${slugOf(person.email.split('@')[0] ?? '') || 'person'}-${person.id.slice(2, 10)}`;
}

/** A text as part of a file name: lower-case Latin letters, digits and hyphens; empty where it has none. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
