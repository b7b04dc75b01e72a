import { expect, type Page, test } from '@playwright/test';
import { fillIn } from './desk';
import { keep } from './screenshot';

// A phone. What fails here says it all in a line, and traces of so many lists take half the time.
test.use({ viewport: { width: 360, height: 740 }, trace: 'off' });

const menuButton = (page: Page) => page.getByRole('button', { name: '打开菜单' });
const menu = (page: Page) => page.getByRole('dialog').getByRole('navigation', { name: '主菜单' });

/** Nothing of the page lies beyond the right edge of the window. */
async function expectToFit(page: Page, what: string): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(beyond, `${what} runs out of the window by so many pixels`).toBeLessThanOrEqual(0);
}

/** The same once what the page is about stands there: rows, a paper, or that there is nothing. */
async function expectPageToFit(page: Page, what: string): Promise<void> {
  const content = page.locator('main').locator('.ant-table-row, .ant-empty, .paper, .trend-table');
  await content.first().waitFor();
  await expectToFit(page, what);
}

async function signIn(page: Page, role: string): Promise<void> {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: '填入' }).first()).toBeInViewport({ ratio: 1 });
  await expectToFit(page, 'the sign-in page');
  await fillIn(page, role);
  await expect(page.getByText(/^\d{4}-\d{2}-\d{2}$/).first()).toBeInViewport({ ratio: 1 });
}

async function signOut(page: Page): Promise<void> {
  await menuButton(page).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出' }).press('Enter');
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
}

/** Goes to a page by the menu, which closes by that. */
async function go(page: Page, label: string): Promise<void> {
  await menuButton(page).click();
  // By its key: a click would wait until the menu has slid in.
  await menu(page).getByRole('link', { name: label, exact: true }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.shell-crumbs').filter({ hasText: label }).waitFor();
}

/** The pages that the menu has for a person. */
async function labelsOf(page: Page): Promise<string[]> {
  await menuButton(page).click();
  await expectToFit(page, 'the menu');
  const labels = await menu(page).getByRole('link').allTextContents();
  await page.keyboard.press('Escape');
  expect(labels.length).toBeGreaterThan(2);
  return labels;
}

/** Opens the first row of a list. */
async function openRow(page: Page, label: string): Promise<void> {
  const list = new URL(page.url()).pathname;
  await page.locator(`main .ant-table-row a[href^="${list}/"]`).first().click();
  await page.getByRole('table', { name: label, exact: true }).waitFor({ state: 'detached' });
  await expect(page).toHaveURL((url) => url.pathname.startsWith(`${list}/`));
  await expectPageToFit(page, `a row of ${label}`);
}

const withRows = ['缴存单位', '个人账户', '汇缴', '暂收', '凭证'];

test('every page of the menu is within the width of a phone', async ({ page }) => {
  const seen = new Set<string>();
  for (const role of ['会计', '归集经办', '系统管理员', '安全管理员', '审计管理员', '政策管理']) {
    await signIn(page, role);
    const labels = await labelsOf(page);
    for (const label of labels.filter((one) => !seen.has(one))) {
      await go(page, label);
      await expectPageToFit(page, label);
      seen.add(label);
      if (withRows.includes(label)) await openRow(page, label);
      if (label === '缴存单位') await keep(page, '70-narrow-employer');
    }
    if (role === '归集经办') await test.step('the menu by its keys', () => workMenu(page));
    await signOut(page);
  }
  expect([...seen]).toEqual(expect.arrayContaining([...withRows, '首页', '转移催办', '审计记录']));
});

/** Opens the menu, leaves it, stays and goes, all by keys: the focus is back at its button. */
async function workMenu(page: Page): Promise<void> {
  const isBack = async () => {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect(menuButton(page)).toBeFocused();
  };
  await menuButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await isBack();
  await page.keyboard.press('Enter');
  // Where one is already: nothing to go to, and the menu closes all the same.
  await menu(page).getByRole('link', { name: '转移催办' }).press('Enter');
  await isBack();
  await page.keyboard.press('Enter');
  await menu(page).getByRole('link', { name: '首页' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/approvals$/);
  await isBack();
}
