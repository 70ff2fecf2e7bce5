import type { Locator, Page } from '@playwright/test';

/** What helps with writing: snippets, formulas beside their source, one field alone. */
export class WritingPage {
  readonly picker: Locator;
  readonly snippet: Locator;
  readonly sheet: Locator;
  readonly liveFormulas: Locator;
  readonly alone: Locator;

  constructor(private readonly page: Page) {
    const form = page.getByRole('region', { name: /^Review of paper / });
    this.picker = page.getByRole('dialog', { name: 'Snippets' }).filter({ has: page.getByRole('combobox') });
    this.snippet = this.picker.getByRole('combobox', { name: 'Snippet' });
    this.sheet = page.getByRole('dialog', { name: 'Snippets' });
    this.liveFormulas = form.getByRole('group', { name: /, as it will read$/ }).locator('.katex');
    this.alone = form.locator('[data-field][data-alone]');
  }

  /** Makes a snippet in the sheet that is open. */
  async makeSnippet(name: string, words: string): Promise<void> {
    await this.sheet.getByRole('button', { name: 'New snippet' }).click();
    await this.sheet.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.sheet.getByRole('textbox', { name: 'Words' }).fill(words);
    await this.sheet.getByRole('button', { name: 'Keep' }).click();
    await this.sheet.getByText(name, { exact: true }).waitFor();
  }

  /** Runs a command by its words, from the palette. */
  async command(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: 'Command' }).fill(words);
    await this.page.keyboard.press('Enter');
  }
}
