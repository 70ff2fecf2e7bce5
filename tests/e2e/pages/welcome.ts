import type { Locator, Page } from '@playwright/test';

/** The start page. */
export class WelcomePage {
  readonly heading: Locator;
  readonly openBundle: Locator;
  readonly trySample: Locator;
  readonly setUpVenue: Locator;
  readonly startFromForm: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { name: 'Review papers, offline' });
    this.openBundle = page.getByRole('main').getByRole('button', { name: /^Open a bundle/ });
    this.trySample = page.getByRole('main').getByRole('button', { name: 'Try the sample' });
    this.startFromForm = page.getByRole('main').getByRole('button', { name: /^Start from its form/ });
    this.setUpVenue = page.getByRole('main').getByRole('button', { name: 'Set up a venue' });
  }
}
