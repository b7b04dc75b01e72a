import { expect, type Page, test } from '@playwright/test';
import { fact, signInAs, signOut } from './desk';
import { register } from './employers';
import { idNumber } from './made-up';
import { keep } from './screenshot';
import { workbook } from './workbook';

const employer = `竹溪印务（${Date.now() % 100_000}）`;
const people = ['江月', '何晓', '苏木'].map((name) => [name, idNumber(), 6000] as const);

/** Goes to a page of the menu: `g`, then its letter. */
async function go(page: Page, letter: string, address: RegExp): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await expect(page).toHaveURL(address);
  await expect(page.locator('main .ant-table-thead').first()).toBeVisible();
}

test('a roster goes from its upload to its money by the keyboard', async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, '归集经办');
  await register(page, employer);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toContainText('先按 g，再按字母');
  await keep(page, '40-shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toHaveCount(0);

  let code = '';
  await test.step('the clerk uploads and confirms', async () => {
    await go(page, 'q', /\/rosters$/);
    await page.keyboard.press('Alt+n');
    await expect(page).toHaveURL(/\/rosters\/new$/);
    await expect(page.getByRole('combobox', { name: '缴存单位' })).toBeFocused();
    await page.keyboard.type(employer);
    await expect(page.locator('.ant-select-item-option').first()).toContainText(employer);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '汇缴年月' })).toHaveValue(/^\d{4}-\d{2}$/);
    // What no key can do: the system's own dialog of files.
    const rows = [['姓名', '证件号码', '缴存基数'], ...people];
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const buffer = workbook(rows);
    await page.locator('#roster-file').setInputFiles({ name: '清册.xlsx', mimeType, buffer });
    await page.getByRole('combobox', { name: '缴存单位' }).focus();
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/rosters\/(?!new)/);
    await expect(fact(page, '有误')).toHaveText('0');
    await page.keyboard.press('Alt+n');
    await expect(page.locator('.payment-code')).toBeVisible();
    code = (await page.locator('.payment-code').textContent())?.replaceAll(/\D/g, '') ?? '';
    await signOut(page);
  });

  await test.step('the accountant records the arrival', async () => {
    await signInAs(page, '会计');
    await go(page, 'a', /\/arrivals$/);
    await page.keyboard.press('Alt+n');
    const form = page.getByRole('dialog', { name: '录入到账' });
    await expect(form.getByRole('combobox', { name: '收款账户' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.ant-select-item-option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(form.getByRole('textbox', { name: '银行流水号' })).toBeFocused();
    await page.keyboard.type(`KB${Date.now()}`);
    await page.keyboard.press('Control+Enter');
    // What is refused puts the cursor where it has to be put right.
    await expect(form.getByRole('textbox', { name: '金额' })).toBeFocused();
    await page.keyboard.type('2880');
    await page.keyboard.press('Tab');
    await page.keyboard.type(employer);
    await page.keyboard.press('Tab');
    await page.keyboard.type('5100123400005678');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(code);
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('status')).toContainText('已入账 3 人');
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
  });

  await test.step('and opens the remittance from its row', async () => {
    await page.locator('main').focus();
    await go(page, 'h', /\/remittances$/);
    const rows = page.getByRole('table', { name: '汇缴' }).locator('tr.ant-table-row');
    await expect(rows.first()).toContainText(employer);
    await page.keyboard.press('ArrowDown');
    await expect(rows.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(rows.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.page-title')).toContainText('已入账');
  });
});
