import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { VersionCompare, type ComparedVersion } from '@renderer/features/common/compare/VersionCompare';
import type { Answers } from '@shared/model/review';
import { venue } from '../consolidation/consolidation-fixture';

afterEach(cleanup);

function versionOf(title: string, answers: object, isReady = true): ComparedVersion {
  return { title, note: `note of ${title}`, answers: answers as Answers, isReady };
}
const text = (words: string): object => ({ kind: 'text', text: words });
const show = (left: object, right: object): void =>
  void render(<VersionCompare form={venue} left={versionOf('One', left)} right={versionOf('Two', right)} />);
const field = (label: string): HTMLElement => screen.getByRole('region', { name: label });
const side = (label: string, title: string): HTMLElement =>
  within(field(label)).getByRole('group', { name: title });

it('marks the words that differ on the side that has them, in words too, and no others', () => {
  show(
    { summary: text('The first comparison is fair.') },
    { summary: text('The comparison is nearly fair.') },
  );
  const one = side('Summary', 'One');
  const two = side('Summary', 'Two');
  expect([...one.querySelectorAll('del')].map((mark) => mark.textContent)).toEqual(['(removed: first )']);
  expect([...two.querySelectorAll('ins')].map((mark) => mark.textContent)).toEqual(['(added:  nearly)']);
  expect(one.querySelector('ins')).toBeNull();
  expect(two.querySelector('del')).toBeNull();
});

it('folds what is the same, says how much that is, and shows it on demand', async () => {
  show(
    { overall: { kind: 'rating', value: 5 }, summary: text('Same'), strengths: text('One') },
    { overall: { kind: 'rating', value: 5 }, summary: text('Same'), strengths: text('Two') },
  );
  expect(screen.getAllByRole('region')).toEqual([field('Strengths')]);
  const summary = screen.getByText('2 fields are the same');
  const folded = summary.closest('details');
  expect(folded?.open).toBe(false);
  await userEvent.click(summary);
  expect(folded?.open).toBe(true);
  expect(within(folded as HTMLElement).getByText('5: Accept: a solid contribution')).toBeTruthy();
});

it('says where only one version answers, and shows a field that the form has no more by its id', () => {
  show({ novelty: text('Old field') }, { questions: text('Only here') });
  expect(within(side('Questions', 'One')).getByText('No answer')).toBeTruthy();
  expect(within(side('Questions', 'Two')).getByText('Only here', { exact: false })).toBeTruthy();
  expect(within(side('novelty', 'Two')).getByText('No answer')).toBeTruthy();
  expect(field('novelty').textContent).toContain('chairs only');
});

it('compares topics, choices and flags by what people read', () => {
  show(
    {
      topics: { kind: 'topics', tags: [{ topic: 'sbi', weight: 'primary', fit: 3 }] },
      ethics: { kind: 'flag', isRaised: true, detail: 'Consent' },
    },
    { topics: { kind: 'topics', tags: [{ topic: 'sbi', weight: 'secondary', fit: 3 }] } },
  );
  const label = venue.form.fields.find(({ id }) => id === 'topics')?.label ?? '';
  expect(side(label, 'One').querySelector('del')?.textContent).toContain('primary');
  expect(side(label, 'Two').querySelector('ins')?.textContent).toContain('secondary');
  const ethics = venue.form.fields.find(({ id }) => id === 'ethics')?.label ?? '';
  expect(side(ethics, 'One').textContent).toContain('yes: Consent');
});

it('says that only one was marked ready when nothing else tells two versions apart', () => {
  const answers = { summary: text('Same') };
  render(
    <VersionCompare
      form={venue}
      left={versionOf('One', answers, false)}
      right={versionOf('Two', answers, true)}
    />,
  );
  expect(screen.getByText(/Every answer is the same\. Only one of the two was marked ready\./)).toBeTruthy();
});
