import { expect, test } from '@playwright/test';
import { open, signInAs } from './desk';

test('lists with sentences fit a small screen, their count in view', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await signInAs(page, '会计');
  for (const label of ['到账', '暂收', '凭证']) {
    await open(page, label);
    await expect(page.locator('.pager')).toContainText('条');
    await expect(page.locator('.pager')).toBeInViewport();
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(beyond, label).toBeLessThanOrEqual(0);
  }
});

test('a filtered list is left without asking it what only the next page knows', async ({
  page,
}) => {
  await signInAs(page, '归集经办');
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 422) refused.push(answer.url());
  });
  await page.goto('/remittances?status=posted');
  await expect(page.locator('.pager')).toContainText('条');
  const find = page.getByRole('combobox', { name: '查找' });
  await find.fill('安居市');
  await find.press('Enter');
  await expect(page).toHaveURL(/\/employers\?/);
  await expect(page.locator('.pager')).toContainText('条');
  expect(refused).toEqual([]);
});

test('an address that leads nowhere says so beside the menu', async ({ page }) => {
  await signInAs(page, '归集经办');
  await page.goto('/no/such-page');
  await expect(page.getByRole('alert')).toContainText('没有这个页面');
  await open(page, '缴存单位');
});
