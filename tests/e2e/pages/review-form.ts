import { expect, type Locator, type Page } from '@playwright/test';
import { chooseRadio } from './fields';

/** One whole review, as a person would fill it in. */
export interface ReviewTexts {
  readonly ratings: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly presentation?: string;
}

/** The review form beside a paper. */
export class ReviewFormPage {
  readonly root: Locator;
  readonly saved: Locator;
  readonly phase: Locator;
  readonly notSaved: Locator;
  readonly markReady: Locator;
  readonly takeBack: Locator;
  readonly missing: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('region', { name: /^Review of paper / });
    this.saved = this.root.getByText(/^Saved \d\d:\d\d:\d\d/);
    this.phase = this.root.locator('[data-phase]');
    this.notSaved = this.root.getByRole('alert').filter({ hasText: 'Not saved' });
    this.markReady = this.root.getByRole('button', { name: 'Mark ready' });
    this.takeBack = this.root.getByRole('button', { name: 'Take back' });
    this.missing = this.root.getByRole('list', { name: 'Missing' }).getByRole('listitem');
  }

  /** The part of the form that answers one field, by the field's id. */
  field(id: string): Locator {
    return this.root.locator(`[data-field="${id}"]`);
  }

  /** The text box of a field. */
  text(id: string): Locator {
    return this.field(id).getByRole('textbox');
  }

  /** Chooses a step of a rating. */
  async rate(id: string, value: number): Promise<void> {
    await chooseRadio(this.field(id), new RegExp(`^${value}, `));
  }

  /** Chooses an option. */
  async choose(id: string, option: string): Promise<void> {
    await chooseRadio(this.field(id), option);
  }

  /** Takes a topic that the authors declared. */
  async addDeclaredTopic(title: string): Promise<void> {
    await this.field('topics')
      .getByRole('button', { name: `Add ${title}, declared by the authors` })
      .click();
  }

  /** Finds a topic by typing and takes it. */
  async addTopic(typed: string, title: string): Promise<void> {
    await this.field('topics').getByRole('combobox', { name: 'Add a topic' }).fill(typed);
    await this.root.page().getByRole('option', { name: title }).first().click();
  }

  /** Says what a tagged topic counts, and how well it fits. */
  async weighTopic(
    title: string,
    weight: 'Primary' | 'Secondary',
    fit: 'Loosely' | 'In part' | 'Closely',
  ): Promise<void> {
    await chooseRadio(
      this.field('topics').getByRole('radiogroup', { name: `How much ${title} counts` }),
      weight,
    );
    await chooseRadio(this.field('topics').getByRole('radiogroup', { name: `How well ${title} fits` }), fit);
  }

  /** Fills ratings, texts and the suggestion, then waits until all of it is saved. */
  async fill(review: ReviewTexts): Promise<void> {
    for (const [id, value] of Object.entries(review.ratings)) await this.rate(id, value);
    for (const [id, text] of Object.entries(review.texts)) await this.text(id).fill(text);
    if (review.presentation !== undefined) await this.choose('presentation', review.presentation);
    await this.whenSaved();
  }

  /** Waits until the form says that everything is on disk. */
  async whenSaved(): Promise<void> {
    await expect(this.phase).toHaveAttribute('data-phase', 'settled');
    await this.saved.waitFor();
  }
}
