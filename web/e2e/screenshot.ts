import type { Page } from '@playwright/test';

/** Keeps a picture of what a person has before the eyes in `web/screenshots`, to be looked at. */
export async function keep(page: Page, name: string): Promise<void> {
  // Half-finished transitions make two pictures of one page differ.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `screenshots/${name}.png`, animations: 'disabled' });
}
