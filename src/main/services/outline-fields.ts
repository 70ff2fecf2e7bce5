import type { Glossary, OutlineField } from '@shared/contract/bundle-contents';
import type { PaperNumber, PersonId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { answerText } from '@shared/rules/answer-text';

/** A person by name; by id where nobody told it. */
export function personName({ people }: Glossary, person: PersonId): string {
  return people[person] ?? person;
}

/** A paper by number and title; by number alone where nobody told its title. */
export function paperTitle({ titles }: Glossary, paper: PaperNumber): string {
  const title = titles[paper];
  return title === undefined ? `Paper ${paper}` : `Paper ${paper}, ${title}`;
}

/** Answers in the form's words and order; those of fields that the form does not have follow under their ids. */
export function answerFields({ venue }: Glossary, answers: Answers): readonly OutlineField[] {
  const fields = venue?.form.fields ?? [];
  const known = fields.map(({ id }) => id);
  const others = (Object.keys(answers) as (keyof Answers)[]).filter((id) => !known.includes(id)).toSorted();
  return [...known, ...others].flatMap((id) => {
    const answer = answers[id];
    if (answer === undefined) return [];
    const field = fields.find((one) => one.id === id);
    return [{ label: field?.label ?? id, text: answerText(answer, field, venue?.topics) }];
  });
}

/** Fields out of labels and texts; what is empty is left out. */
export function toFields(facts: Readonly<Record<string, string | null>>): readonly OutlineField[] {
  return Object.entries(facts).flatMap(([label, text]) =>
    text === null || text === '' ? [] : [{ label, text }],
  );
}
