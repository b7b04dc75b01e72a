import { expect, test } from '@playwright/test';
import { keep } from './screenshot';

test('a clerk signs in with what the demo shows, lands where it wanted, and signs out', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('table', { name: '演示账号' })).toBeVisible();
  await keep(page, 'sign-in');

  await page.getByRole('button', { name: '填入' }).first().click();
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('banner')).toContainText('会计日期');
  await expect(page).toHaveURL(/\/$/);
  await keep(page, 'home');

  await page.getByRole('button', { name: '退出' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a wrong password is refused in Chinese and the name stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '用户名' }).fill('nobody');
  await page.getByLabel('密码').fill('not-the-password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText(/[一-龥]/);
  await expect(page.getByRole('textbox', { name: '用户名' })).toHaveValue('nobody');
});
