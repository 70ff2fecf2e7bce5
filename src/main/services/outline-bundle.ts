import type { BundleContents, Glossary, OutlineSection } from '@shared/contract/bundle-contents';
import { outlineAssignment } from './outline-assignment';
import { personName, toFields } from './outline-fields';
import { outlineJudgements } from './outline-judgements';

/**
 * All that a bundle says, in words: sections of things with their facts, whatever its kind. When, with which program and
 * how often it was made is not among them: two bundles that say the same have the same outline.
 */
export function outlineBundle(contents: BundleContents, glossary: Glossary): readonly OutlineSection[] {
  const { header, recipient } = contents;
  const sections: readonly OutlineSection[] = [
    {
      title: 'Bundle',
      items: [
        {
          id: 'bundle',
          title: `The ${header.kind} bundle`,
          fields: toFields({
            Kind: header.kind,
            Venue: header.venue,
            'Venue revision': String(header.venueRevision),
            From: personName(glossary, header.author.person),
            'Signed with': header.author.fingerprint,
            For: recipient === null ? null : personName(glossary, recipient),
            'Invitation inside': contents.hasInvitation ? 'yes' : null,
            'Reply key inside': contents.hasReplyKey ? 'yes' : null,
          }),
        },
      ],
    },
    ...outlineAssignment(contents, glossary),
    ...outlineJudgements(contents, glossary),
    {
      title: 'Received bundles',
      items: contents.received.map(({ header: { id, author, kind }, reviews }) => ({
        id,
        title: `${kind} bundle of ${personName(glossary, author.person)}`,
        fields: toFields({
          Papers: reviews.map(({ latest }) => latest.paper).join(', '),
          'Signed with': author.fingerprint,
        }),
      })),
    },
    { title: 'Received reviews', items: receivedItems(contents, glossary, 'Reviews') },
    { title: 'Received annotations', items: receivedItems(contents, glossary, 'Annotations') },
    { title: 'Received responses', items: receivedItems(contents, glossary, 'Responses') },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function receivedItems(
  contents: BundleContents,
  glossary: Glossary,
  section: 'Reviews' | 'Annotations' | 'Responses',
): OutlineSection['items'] {
  return contents.received.flatMap((inner) =>
    outlineJudgements(inner, glossary).flatMap(({ title, items }) => (title === section ? items : [])),
  );
}
