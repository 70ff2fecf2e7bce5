import { toPlainCitations } from '@shared/anchor/citation';
import type { FormField } from '@shared/model/form';
import type { Answer, Answers } from '@shared/model/review';
import type { Paper } from '@shared/model/paper';
import type { Venue } from '@shared/model/venue';
import { toSections } from './form-sections';

/** The words for how well a topic fits. */
export const fitWords = { 1: 'loosely', 2: 'in part', 3: 'closely' } as const;

/** A whole review as plain Markdown, to keep elsewhere. Fields without an answer are left out. */
export function toReviewText(venue: Venue, paper: Paper, answers: Answers): string {
  const blocks = toSections(venue.form).flatMap((section) => {
    const fields = section.fields.flatMap((field) => {
      const answer = answers[field.id];
      return answer === undefined ? [] : [`### ${field.label}\n\n${answerText(venue, field, answer)}`];
    });
    return fields.length === 0 ? [] : [`## ${section.title}`, ...fields];
  });
  return `${[`# #${paper.number} ${paper.title}`, venue.name, ...blocks].join('\n\n')}\n`;
}

function answerText(venue: Venue, field: FormField, answer: Answer): string {
  switch (answer.kind) {
    case 'text':
      return toPlainCitations(answer.text);
    case 'rating': {
      const step =
        field.kind === 'rating' ? field.scale.find(({ value }) => value === answer.value) : undefined;
      return step === undefined ? `${answer.value}` : `${step.value}: ${step.anchor}`;
    }
    case 'choice':
      return field.kind === 'choice'
        ? (field.options.find((option) => option.id === answer.option)?.label ?? answer.option)
        : answer.option;
    case 'topics':
      return answer.tags
        .map((tag) => {
          const title = venue.topics.find((topic) => topic.id === tag.topic)?.title ?? tag.topic;
          return `- ${title} (${tag.weight}, fits ${fitWords[tag.fit]})`;
        })
        .join('\n');
    case 'flag':
      return [answer.isRaised ? 'Yes' : 'No', answer.detail].filter(Boolean).join('. ');
  }
}
