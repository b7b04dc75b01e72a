import { expect, test } from '@playwright/test';
import { fillIn, signInAs, signOut } from './desk';
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

  await signOut(page);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('the next person on the tab begins at home, not where the last one was', async ({ page }) => {
  await signInAs(page, '归集经办');
  await page.goto('/arrivals?status=posted');
  await expect(page.getByRole('table', { name: '到账' })).toBeVisible();
  await signOut(page);
  await fillIn(page, '会计');
  await expect(page).toHaveURL((url) => url.pathname === '/');
});

test('whose session has ended goes on where the page was', async ({ page }) => {
  await signInAs(page, '归集经办');
  await page.goto('/arrivals?status=posted');
  await expect(page.getByRole('table', { name: '到账' })).toBeVisible();
  await page.context().clearCookies();
  await page.reload();
  await fillIn(page, '归集经办');
  await expect(page).toHaveURL(/\/arrivals\?status=posted$/);
});

test('who is signed in has no business at the sign-in page', async ({ page }) => {
  await signInAs(page, '归集经办');
  await page.goto('/sign-in?next=/policy');
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('banner')).toContainText('归集经办');
});

test('the administrator, who has no home page, begins at the first page of the menu', async ({
  page,
}) => {
  await signInAs(page, '系统管理员');
  await expect(page).toHaveURL(/\/business-days$/);
  await expect(page.getByRole('navigation').getByRole('link', { name: '首页' })).toHaveCount(0);
  await expect(page.getByRole('table', { name: '营业日' })).toBeVisible();
  await expect(page.getByRole('table', { name: '营业日' }).getByRole('link')).toHaveCount(0);
});

test('a wrong password is refused in Chinese and the name stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '用户名' }).fill('nobody');
  await page.getByLabel('密码').fill('not-the-password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText(/[一-龥]/);
  await expect(page.getByRole('textbox', { name: '用户名' })).toHaveValue('nobody');
});
