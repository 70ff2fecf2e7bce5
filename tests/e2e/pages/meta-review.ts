import type { Locator, Page } from '@playwright/test';
import { chooseRadio } from './fields';

/** The chair's meta-review of the open paper, those of others, and what was decided. */
export class MetaReviewPage {
  readonly panel: Locator;
  readonly mine: Locator;
  readonly text: Locator;
  readonly saved: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole('region', { name: /^Meta-review of paper / });
    this.mine = this.panel.getByRole('region', { name: 'My meta-review' });
    this.text = this.mine.getByRole('textbox', { name: 'Meta-review' });
    this.saved = this.mine.getByText(/^Saved \d\d:\d\d:\d\d$/);
  }

  /** Goes there by key; the focus lands in the text. */
  async openByKey(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+m');
    await this.text.waitFor();
  }

  /** Recommends an outcome by its words. */
  async recommend(outcome: string): Promise<void> {
    await chooseRadio(this.mine.getByRole('radiogroup', { name: 'Recommendation' }), outcome);
  }

  /** Another chair's meta-review. */
  by(chair: string): Locator {
    return this.page.getByRole('article', { name: `Meta-review by ${chair}` });
  }
}
