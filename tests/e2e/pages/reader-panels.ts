import type { Locator } from '@playwright/test';
import type { ReaderPage } from './reader';

/** What stands beside, over and under the pages of the open paper. */
export class ReaderPanels {
  readonly sidebar: Locator;
  readonly thumbnails: Locator;
  readonly currentThumbnail: Locator;
  readonly preview: Locator;
  readonly second: Locator;
  readonly secondPageBox: Locator;
  readonly links: Locator;
  readonly back: Locator;
  readonly forward: Locator;

  constructor({ root, pages }: ReaderPage) {
    this.sidebar = root.getByRole('navigation', { name: 'Outline and pages' });
    this.thumbnails = this.sidebar.getByRole('option');
    this.currentThumbnail = this.sidebar.getByRole('option', { selected: true });
    this.preview = root.getByRole('dialog', { name: /^Preview of page/ });
    this.second = root.getByRole('group', { name: /^Second view of / });
    this.secondPageBox = root.getByRole('textbox', { name: 'Page in the second view' });
    this.links = pages.locator('[data-internal-link] > a');
    this.back = root.getByRole('button', { name: 'Back', exact: true });
    this.forward = root.getByRole('button', { name: 'Forward', exact: true });
  }

  /** Whether a page in small has been painted. */
  async hasPicture(pageNumber: number): Promise<boolean> {
    return (
      (await this.thumbnails
        .nth(pageNumber - 1)
        .locator('canvas')
        .count()) === 1
    );
  }
}
