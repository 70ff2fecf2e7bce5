import type { Locator, Page } from '@playwright/test';

/** The open paper's pages and what belongs to reading them. */
export class ReaderPage {
  readonly root: Locator;
  readonly pages: Locator;
  readonly pageBox: Locator;
  readonly zoom: Locator;
  readonly findField: Locator;
  readonly findCount: Locator;

  constructor(private readonly page: Page) {
    this.root = page.getByRole('region', { name: /^Paper: / });
    this.pages = this.root.getByRole('group', { name: /^Pages of / });
    this.pageBox = this.root.getByRole('textbox', { name: 'Page', exact: true });
    this.zoom = this.root.getByRole('button', { name: /^\d+ %$/ });
    this.findField = this.root
      .getByRole('searchbox')
      .or(this.root.getByRole('textbox', { name: 'Find in paper' }));
    this.findCount = this.root.getByRole('search').getByRole('status');
  }

  /** Waits until the first page shown has been painted with its text over it. */
  async whenPainted(): Promise<void> {
    await this.pages
      .getByRole('group', { name: /^Page \d/ })
      .first()
      .waitFor();
    await this.pages.locator('canvas').first().waitFor();
  }

  /** Waits until a text can be read on a page. */
  async whenShows(text: string | RegExp): Promise<void> {
    await this.pages.getByText(text).first().waitFor();
  }

  /** Goes to a page by its number. */
  async goToPage(number: number): Promise<void> {
    await this.pageBox.fill(String(number));
    await this.pageBox.press('Enter');
  }

  /** Looks for words in the paper. */
  async find(words: string): Promise<void> {
    await this.page.keyboard.press('Control+f');
    await this.findField.fill(words);
  }

  /** The zoom in percent. */
  async zoomPercent(): Promise<number> {
    return Number((await this.zoom.innerText()).replace(/\D/g, ''));
  }

  /** How far the pages are scrolled, in pixels. */
  async scrollTop(): Promise<number> {
    return this.pages.evaluate((element) => element.scrollTop);
  }
}
