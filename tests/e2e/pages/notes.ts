import type { Locator, Page } from '@playwright/test';

/** Notes on a paper: marks on its pages, the bar beside a selection, the card of a note, the list. */
export class NotesPage {
  readonly bar: Locator;
  readonly card: Locator;
  readonly comment: Locator;
  readonly list: Locator;
  readonly marks: Locator;

  constructor(private readonly page: Page) {
    this.bar = page.getByRole('toolbar', { name: 'Mark the selection' });
    this.card = page.getByRole('dialog', { name: /^Note on pp?\. / });
    this.comment = this.card.getByRole('textbox', { name: 'Comment' });
    this.list = page.getByRole('listbox', { name: 'Notes' });
    this.marks = page.locator('.pdfViewer .marks [data-mark]');
  }

  /** A piece of the first page's text that is wide enough to drag over. */
  async textLine(containing: string): Promise<Locator> {
    const line = this.page.locator('.textLayer span[role=presentation]', { hasText: containing }).first();
    await line.scrollIntoViewIfNeeded();
    return line;
  }

  /** Selects a piece of text as a hand does, from its left edge to its right. */
  async selectByMouse(line: Locator): Promise<void> {
    const box = await line.boundingBox();
    if (box === null) throw new Error('the line is not in view');
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + 1, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
    await this.page.mouse.move(box.x + box.width - 1, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Draws an area on the first page in view. */
  async drawArea(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await this.page.getByRole('button', { name: 'Mark an area' }).click();
    await this.page.mouse.move(...from);
    await this.page.mouse.down();
    await this.page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
    await this.page.mouse.move(...to, { steps: 4 });
    await this.page.mouse.up();
  }
}
