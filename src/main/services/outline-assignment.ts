import type { BundleContents, Glossary, OutlineItem, OutlineSection } from '@shared/contract/bundle-contents';
import type { FormField } from '@shared/model/form';
import type { Paper } from '@shared/model/paper';
import type { Person } from '@shared/model/person';
import type { Venue } from '@shared/model/venue';
import { decisionKindsOf } from '@shared/rules/decision-kinds';
import { paperTitle, personName, toFields } from './outline-fields';

/** The venue, form, people, papers and assignments of a bundle in words. */
export function outlineAssignment(contents: BundleContents, glossary: Glossary): readonly OutlineSection[] {
  const { venue } = contents;
  return [
    { title: 'Venue', items: venue === null ? [] : [toVenueItem(venue)] },
    { title: 'Review form', items: (venue?.form.fields ?? []).map(toFormItem) },
    { title: 'People', items: contents.people.map(toPersonItem) },
    { title: 'Papers', items: contents.papers.map((paper) => toPaperItem(paper, venue)) },
    {
      title: 'Assignments',
      items: contents.assignments.map(({ paper, person, role, due }) => ({
        id: `${role} ${person} ${paper}`,
        title: `${personName(glossary, person)}, ${role}: ${paperTitle(glossary, paper)}`,
        fields: toFields({ Due: due === null ? null : `${due}, 23:59 AoE` }),
      })),
    },
  ];
}

function toVenueItem(venue: Venue): OutlineItem {
  return {
    id: venue.id,
    title: venue.name,
    fields: toFields({
      'Short name': venue.shortName,
      Revision: String(venue.revision),
      Place: venue.place,
      Contact: venue.contact,
      Dates: venue.dates.map(({ title, date }) => `${title}: ${date}`).join('; '),
      Topics: venue.topics.map(({ title }) => title).join('; '),
      'Application fields': venue.applicationFields.join('; '),
      'Kinds of contribution': venue.contributionKinds.join('; '),
      'Kinds of decision': decisionKindsOf(venue)
        .map(({ label }) => label)
        .join('; '),
      Blind: venue.policy.blind,
      Policy: venue.policy.text,
      'Form version': String(venue.form.version),
    }),
  };
}

function toFormItem(field: FormField): OutlineItem {
  return {
    id: field.id,
    title: field.label,
    fields: toFields({
      Kind: field.kind,
      Required: field.isRequired ? 'yes' : 'no',
      'Read by': field.audience,
      Help: field.help,
      ...choicesOf(field),
    }),
  };
}

function choicesOf(field: FormField): Readonly<Record<string, string | null>> {
  switch (field.kind) {
    case 'text':
      return {
        'At least': field.minWords === null ? null : `${field.minWords} words`,
        'At most': field.maxWords === null ? null : `${field.maxWords} words`,
      };
    case 'rating':
      return { Scale: field.scale.map(({ value, anchor }) => `${value}: ${anchor}`).join('; ') };
    case 'choice':
      return { Options: field.options.map(({ label }) => label).join('; ') };
    case 'flag':
      return { 'Asked when raised': field.detailLabel };
    case 'topics':
      return {};
  }
}

function toPersonItem(person: Person): OutlineItem {
  return {
    id: person.id,
    title: person.name,
    fields: toFields({
      Mail: person.email,
      Roles: person.roles.join(', '),
      'Invitation key': person.invitationKey === null ? null : keyText(person.invitationKey),
      'Encrypt to': person.recipient ?? null,
      'Revoked keys': (person.revokedKeys ?? []).join(', '),
    }),
  };
}

function toPaperItem(paper: Paper, venue: Venue | null): OutlineItem {
  const topicTitle = (id: string): string => venue?.topics.find((topic) => topic.id === id)?.title ?? id;
  return {
    id: String(paper.number),
    title: `Paper ${paper.number}, ${paper.title}`,
    fields: toFields({
      Title: paper.title,
      Abstract: paper.abstract,
      Keywords: paper.keywords.join('; '),
      Topics: paper.topics.map(topicTitle).join('; '),
      Authors: paper.authors
        .map(({ name, email }) => (email === null ? name : `${name} <${email}>`))
        .join('; '),
      PDF: `${paper.pdf.sizeBytes} bytes, sha256 ${paper.pdf.sha256}`,
    }),
  };
}

/** The body of a PEM in one line. */
function keyText(pem: string): string {
  return pem
    .split('\n')
    .filter((line) => !line.startsWith('-----'))
    .join('');
}
