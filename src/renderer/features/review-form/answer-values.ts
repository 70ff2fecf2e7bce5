import type { FieldId } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';
import type { TopicTag } from '@shared/model/topic';

/** An answer in prose, or null when there is nothing in it: an empty answer is no answer. */
export function toTextAnswer(text: string): Answer | null {
  return text === '' ? null : { kind: 'text', text };
}

/** Topic tags as an answer, or null when there are none. */
export function toTopicsAnswer(tags: readonly TopicTag[]): Answer | null {
  return tags.length === 0 ? null : { kind: 'topics', tags: [...tags] };
}

/** A flag as an answer, or null when it is down and nothing was explained. */
export function toFlagAnswer(isRaised: boolean, detail: string): Answer | null {
  return !isRaised && detail === '' ? null : { kind: 'flag', isRaised, detail };
}

/** What a person typed into an answer: its prose, or a flag's explanation; empty for everything else. */
export function proseOf(answer: Answer | null | undefined): string {
  if (answer?.kind === 'text') return answer.text;
  return answer?.kind === 'flag' ? answer.detail : '';
}

/** The answers with one of them set, or with null cleared. */
export function withAnswer(answers: Answers, field: FieldId, answer: Answer | null): Answers {
  const { [field]: _before, ...others } = answers;
  return answer === null ? others : { ...others, [field]: answer };
}
