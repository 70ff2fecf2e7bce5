import type { BundleContents, Glossary, OutlineItem, OutlineSection } from '@shared/contract/bundle-contents';
import type { CarriedDecision } from '@shared/model/decision';
import type { CarriedMetaReview } from '@shared/model/meta-review';
import type { PaperResponse } from '@shared/model/response';
import type { CarriedReview } from '@shared/model/review';
import type { Settlement } from '@shared/model/settlement';
import { decisionLabel } from '@shared/rules/decision-kinds';
import { answerFields, paperTitle, personName, toFields } from './outline-fields';

/** The reviews, annotations, responses, meta-reviews, settled conflicts and decisions of a bundle in words. */
export function outlineJudgements(contents: BundleContents, glossary: Glossary): readonly OutlineSection[] {
  return [
    { title: 'Reviews', items: contents.reviews.map((review) => toReviewItem(review, glossary)) },
    { title: 'Annotations', items: contents.annotations.map((one) => toAnnotationItem(one, glossary)) },
    { title: 'Responses', items: contents.responses.map((one) => toResponseItem(one, glossary)) },
    { title: 'Meta-reviews', items: contents.metaReviews.map((one) => toMetaItem(one, glossary)) },
    { title: 'Settled conflicts', items: contents.settlements.map((one) => toSettlementItem(one, glossary)) },
    { title: 'Decisions', items: contents.decisions.map((one) => toDecisionItem(one, glossary)) },
  ];
}

function toReviewItem({ history, latest }: CarriedReview, glossary: Glossary): OutlineItem {
  return {
    id: latest.review,
    title: `${paperTitle(glossary, latest.paper)}: review by ${personName(glossary, latest.reviewer)}`,
    fields: [
      ...toFields({
        State: latest.state,
        Version: String(history.length),
        Written: latest.writtenAt,
        'Form version': String(latest.formVersion),
        'With help by': latest.helpedBy?.join(', ') ?? null,
      }),
      ...answerFields(glossary, latest.answers),
    ],
  };
}

function toAnnotationItem(
  { id, paper, creator, version, hash, annotation }: BundleContents['annotations'][number],
  glossary: Glossary,
): OutlineItem {
  const content = annotation?.content;
  return {
    id,
    title: `${paperTitle(glossary, paper)}: annotation by ${personName(glossary, creator)}`,
    fields: toFields({
      State: annotation === null ? 'taken back' : null,
      Version: String(version),
      Written: annotation?.modifiedAt ?? null,
      Kind: content?.kind ?? null,
      Meaning: content?.meaning ?? null,
      'Read by': content?.visibility ?? null,
      Page: content?.pages.map(({ page }) => page).join(', ') ?? null,
      Quote: content?.quote?.exact ?? null,
      Comment: content?.comment ?? null,
      // Where it is on the page has no words, and must show when it changes.
      Sha256: hash,
    }),
  };
}

function toResponseItem(
  { paper, reviewer, version, statedAt, statement }: PaperResponse,
  glossary: Glossary,
): OutlineItem {
  return {
    id: `${paper} ${reviewer}`,
    title: `${paperTitle(glossary, paper)}: ${personName(glossary, reviewer)} on being asked to review it`,
    fields: toFields({
      Answer: RESPONSE_WORDS[statement.kind],
      Reason: statement.kind === 'declined' ? statement.reason : null,
      Conflict: statement.kind === 'conflict' ? statement.conflict : null,
      Note: statement.kind === 'conflict' ? statement.note : null,
      Version: String(version),
      Written: statedAt,
    }),
  };
}

const RESPONSE_WORDS: Readonly<Record<PaperResponse['statement']['kind'], string>> = {
  declined: 'declines',
  conflict: 'has a conflict of interest',
  willing: 'is willing after all',
};

function toMetaItem({ history, latest }: CarriedMetaReview, glossary: Glossary): OutlineItem {
  const { text, recommendation, confidence, needsDiscussion } = latest.content;
  return {
    id: latest.metaReview,
    title: `${paperTitle(glossary, latest.paper)}: meta-review by ${personName(glossary, latest.chair)}`,
    fields: toFields({
      Version: String(history.length),
      Written: latest.writtenAt,
      'Stands on': `${latest.standsOn.length} reviews`,
      Recommendation: outcomeText(glossary, recommendation),
      Confidence: confidence === null ? null : `${confidence} of 5`,
      'To be discussed': needsDiscussion ? 'yes' : 'no',
      'Meta-review': text,
    }),
  };
}

function toSettlementItem(settlement: Settlement, glossary: Glossary): OutlineItem {
  const { review, keep, over, by, settledAt } = settlement;
  return {
    id: `${review} ${keep} ${over.join(' ')} ${by} ${settledAt}`,
    title: `Review ${review}, settled by ${personName(glossary, by)}`,
    fields: toFields({ Kept: keep, Over: over.join(', '), Settled: settledAt }),
  };
}

function toDecisionItem({ history, latest }: CarriedDecision, glossary: Glossary): OutlineItem {
  const { outcome, session, note } = latest.content;
  return {
    id: String(latest.paper),
    title: `${paperTitle(glossary, latest.paper)}: decision`,
    fields: toFields({
      Decision: outcomeText(glossary, outcome) ?? 'taken back',
      Session: session,
      'Note to the authors': note,
      'Decided by': personName(glossary, latest.organizer),
      Version: String(history.length),
      Written: latest.writtenAt,
    }),
  };
}

function outcomeText({ venue }: Glossary, outcome: string | null): string | null {
  if (outcome === null) return null;
  return venue === null ? outcome : decisionLabel(venue, outcome);
}
