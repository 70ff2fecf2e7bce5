import { expect, type Locator } from '@playwright/test';

/** Chooses an option of a radio group by what it is called, as a click on its label does. */
export async function chooseRadio(group: Locator, name: string | RegExp): Promise<void> {
  const radio = group.getByRole('radio', { name });
  // The control itself may lie unseen under what is drawn in its place.
  await radio.evaluate((element) => {
    const label = element.closest('label');
    (label ?? (element as HTMLElement)).click();
  });
  await expect(radio).toBeChecked();
}
