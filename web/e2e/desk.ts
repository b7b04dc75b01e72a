import { expect, type Locator, type Page } from '@playwright/test';

/** Signs in with what the sign-in page shows for a role. */
export async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto('/sign-in');
  await fillIn(page, role);
}

/** Signs in on the sign-in page that stands open in the tab. */
export async function fillIn(page: Page, role: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: role }).first();
  await row.getByRole('button', { name: '填入' }).click();
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('banner')).toContainText('会计日期');
}

/** Signs out; the tab stays sound and stands at the sign-in page, with no trail to where one was. */
export async function signOut(page: Page): Promise<void> {
  const faults: string[] = [];
  const note = (fault: Error) => faults.push(String(fault));
  page.on('pageerror', note);
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  // Whoever navigates more than once does so within moments.
  await page.waitForLoadState('networkidle');
  await expect(page).toHaveURL((url) => url.pathname + url.search === '/sign-in');
  page.off('pageerror', note);
  expect(faults).toEqual([]);
}

/** Goes to a page by the left menu, as a person does. */
export async function open(page: Page, label: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await menu.getByRole('link', { name: label, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(label);
}

/** Chooses from a select by the label beside it; the first choice when none is named. */
export async function choose(form: Locator, label: string, choice = ''): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  const list = form.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const option = list.locator('.ant-select-item-option').filter({ hasText: choice }).first();
  // A drawer that is still sliding in can swallow a click: as a person would, one clicks again.
  await expect(async () => {
    if ((await list.count()) === 0) await box.click({ timeout: 2_000 });
    await option.click({ timeout: 2_000 });
    await expect(list).toHaveCount(0, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

/** Types a date or a month into a picker. */
export async function pick(form: Page | Locator, label: string, value: string): Promise<void> {
  const box = form.getByRole('textbox', { name: label });
  await box.fill(value);
  await box.press('Enter');
  await expect(box).toHaveValue(value);
}

/** The figure of the head of a page under its label. */
export function fact(page: Page, label: string) {
  return page.locator('.facts > div').filter({ hasText: label }).locator('dd');
}
