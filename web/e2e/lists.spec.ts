import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { open, signInAs, signOut } from './desk';
import { sheetOf } from './workbook';

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

/** Takes the list of the page out; answers the XML of its sheet. */
async function takeOut(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel' }).first().click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/[一-龥]+_\d{4}-\d{2}-\d{2}\.xlsx$/);
  return sheetOf(await readFile(await file.path()));
}

test('every list of the menu leaves with the columns on the screen', async ({ page }) => {
  test.setTimeout(180_000);
  for (const role of ['会计', '系统管理员', '安全管理员', '审计管理员', '政策管理']) {
    await signInAs(page, role);
    const links = page.getByRole('navigation').getByRole('link');
    for (const label of await links.allTextContents()) {
      // Neither is a list.
      if (['首页', '系统状态'].includes(label)) continue;
      await open(page, label);
      const heads = page.locator('main .ant-table-thead').first().locator('th:not(.no-print)');
      await expect(heads.first()).toBeVisible();
      const titles = (await heads.allTextContents()).filter((title) => title.trim() !== '');
      const sheet = await takeOut(page);
      for (const title of titles) expect(sheet, `${label} ${title}`).toContain(`>${title}<`);
    }
    await signOut(page);
  }
});

test('a filtered list leaves as it is filtered, with its sum', async ({ page }) => {
  await signInAs(page, '归集经办');
  await page.goto('/remittances?status=posted');
  await expect(page.locator('.totals-row .money').last()).toBeVisible();
  const sum = (await page.locator('.totals-row .money').last().textContent()) ?? '';
  const sheet = await takeOut(page);
  expect(sheet).toContain('筛选条件：状态 已入账');
  expect(sheet).toContain('合计');
  expect(sheet).toContain(`<v>${Number(sum.replaceAll(',', ''))}</v>`);
});

test('whom one looks for does not stand in the address, and a slip is said beside the field', async ({
  page,
}) => {
  await signInAs(page, '归集经办');
  await open(page, '个人账户');
  const box = page.getByRole('textbox', { name: '证件号码' });
  await box.fill('51010419900101123');
  await box.press('Enter');
  await expect(page.locator('.filter-fault')).toContainText('现在是 17 位');
  await box.fill('11010519491231002x');
  await box.press('Enter');
  await expect(page.locator('.pager')).toContainText('共 0 条');
  expect(page.url()).toMatch(/\/accounts$/);
  await page.reload();
  await expect(page.getByRole('textbox', { name: '证件号码' })).toHaveValue('11010519491231002x');
  await page.goto('/accounts?id_number=11010519491231002X');
  await expect(page.getByRole('textbox', { name: '证件号码' })).toHaveValue('11010519491231002X');
  expect(page.url()).toMatch(/\/accounts$/);
});
