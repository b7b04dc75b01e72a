import type { Page } from '@playwright/test';

/** Keeps a picture of the whole page in `web/screenshots`, to be looked at. */
export async function keep(page: Page, name: string): Promise<void> {
  // Half-finished transitions make two pictures of one page differ.
  await page.waitForLoadState('networkidle');
  await page.screenshot({
    path: `screenshots/${name}.png`,
    fullPage: true,
    animations: 'disabled',
  });
}
