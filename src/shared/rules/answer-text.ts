import type { FormField } from '../model/form';
import type { Answer } from '../model/review';
import type { Topic } from '../model/topic';

/** How well a topic fits, in words, by the number that is stored. */
const FIT_WORDS = { 1: 'loosely', 2: 'in part', 3: 'closely' } as const;

/** An answer in the words of its form and its venue's topics; what they do not know goes by its id or number. */
export function answerText(
  answer: Answer,
  field: FormField | undefined,
  topics: readonly Pick<Topic, 'id' | 'title'>[] = [],
): string {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'rating': {
      const steps = field?.kind === 'rating' ? field.scale : [];
      const anchor = steps.find(({ value }) => value === answer.value)?.anchor;
      return anchor === undefined ? String(answer.value) : `${answer.value}: ${anchor}`;
    }
    case 'choice': {
      const options = field?.kind === 'choice' ? field.options : [];
      return options.find(({ id }) => id === answer.option)?.label ?? answer.option;
    }
    case 'topics':
      return answer.tags
        .map(({ topic, weight, fit }) => {
          const title = topics.find(({ id }) => id === topic)?.title ?? topic;
          return `${title} (${weight}, fits ${FIT_WORDS[fit]})`;
        })
        .join('; ');
    case 'flag':
      if (!answer.isRaised) return 'no';
      return answer.detail === '' ? 'yes' : `yes: ${answer.detail}`;
  }
}
