import { expect, type Page, test } from '@playwright/test';
import { addMonths } from '../packages/ui/src/dates';
import { fact, fillIn, open, signInAs, signOut } from './desk';
import { assess, businessMonth, type Person, register, uploadRoster } from './employers';
import { idNumber } from './made-up';
import { keep } from './screenshot';

test.describe.configure({ timeout: 180_000 });

const run = Date.now() % 100_000;
const stays: Person = ['傅明远', idNumber(), 6000];
const leaves: Person = ['邵雨晴', idNumber(), 7000];
const colleague: Person = ['顾长风', idNumber(), 6000];

/** Opens the preview of a roster of these people. */
async function preview(page: Page, employer: { id: string; month: string }, people: Person[]) {
  const roster = await uploadRoster(page, employer, people);
  await page.goto(`/rosters/${roster}`);
}

test('somebody changes employers: asked for, let go, brought over', async ({ page }) => {
  await signInAs(page, '归集经办');
  const month = await businessMonth(page);
  const old = await register(page, `东篱纺织厂（${run}）`, addMonths(month, -1));
  await assess(page, old, [stays, leaves]);
  const next = await register(page, `南山电器厂（${run}）`);

  await test.step('the new employer cannot have them while the old one contributes', async () => {
    await preview(page, next, [colleague, leaves]);
    await expect(fact(page, '有误')).toHaveText('1');
    const faulty = page.getByRole('row').filter({ hasText: '在其他单位处于缴存状态' });
    await expect(faulty).toHaveCount(1);
    await expect(page.locator('main')).not.toContainText('东篱纺织厂');
    await page.getByRole('button', { name: '发起转移催办' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('转移催办');
    await keep(page, '50-transfer-cases');
  });

  await test.step('who asked does not let go', async () => {
    const row = page.getByRole('row').filter({ hasText: `东篱纺织厂（${run}）` });
    await row.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('转移催办 ZY');
    await expect(page.getByRole('button', { name: '打印催办通知' })).toBeVisible();
    await expect(page.getByRole('button', { name: '原单位已同意，封存' })).toHaveCount(0);
    await signOut(page);
    await fillIn(page, '归集复核');
    await open(page, '转移催办');
  });

  await test.step('the old employer lets go, and owes no more', async () => {
    const row = page.getByRole('row').filter({ hasText: `东篱纺织厂（${run}）` });
    await row.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('转移催办 ZY');
    await page.getByRole('button', { name: '打印催办通知' }).click();
    const notice = page.getByRole('article', { name: '催办通知', includeHidden: true });
    await expect(notice).toContainText(`东篱纺织厂（${run}）`);
    await expect(notice).toContainText('邵雨晴');
    await expect(notice).not.toContainText('南山电器厂');
    await page.getByRole('button', { name: '原单位已同意，封存' }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByRole('textbox', { name: '封存年月' })).toHaveValue(month);
    await keep(page, '51-seal');
    await form.getByRole('button', { name: /^封\s*存$/ }).click();
    await expect(page.locator('.page-title')).toContainText('原单位已封存');
    await keep(page, '52-transfer-case');
    await signOut(page);
    await fillIn(page, '归集经办');
  });

  await test.step('the new roster brings the account over', async () => {
    await preview(page, next, [colleague, leaves]);
    await expect(fact(page, '有误')).toHaveText('0');
    await expect(fact(page, '转入')).toHaveText('1');
    await page.getByRole('button', { name: '确认清册' }).click();
    await expect(page.getByLabel('应缴')).toBeVisible();
    await open(page, '转移催办');
    const row = page.getByRole('row').filter({ hasText: `东篱纺织厂（${run}）` });
    await row.getByRole('link').nth(1).click();
    await expect(fact(page, '缴存单位')).toHaveText(`南山电器厂（${run}）`);
    await page.getByRole('tab', { name: '变更' }).click();
    const changes = page.getByRole('table').getByRole('row');
    await expect(changes.nth(1)).toContainText('内部转移');
    await expect(changes.nth(2)).toContainText('封存');
    await keep(page, '53-account-changes');
  });
});

test('whoever a roster leaves out is sealed at once', async ({ page }) => {
  await signInAs(page, '归集经办');
  const month = await businessMonth(page);
  const before = await register(page, `西江印刷厂（${run}）`, addMonths(month, -1));
  const [one, two]: Person[] = [
    ['陆小曼', idNumber(), 6000],
    ['钟毓秀', idNumber(), 6500],
  ];
  if (!one || !two) throw new Error('two people');
  const { id } = await assess(page, before, [one, two]);
  // The same month's list again, once the first is given up: one of them has left.
  await page.goto(`/remittances/${id}`);
  await page.getByRole('button', { name: '取消核定' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('textbox', { name: '原因' }).fill('清册有误');
  await asked.getByRole('button', { name: '取消核定' }).click();
  await expect(page.locator('.page-title')).toContainText('已取消');
  await preview(page, before, [one]);
  await page.getByRole('tab', { name: /未列入 1/ }).click();
  await page.getByRole('button', { name: '封存这些职工' }).click();
  await keep(page, '54-seal-missing');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^封\s*存$/ })
    .click();
  await expect(page.getByRole('tab', { name: /未列入 0/ })).toBeVisible();
  await page.getByRole('button', { name: '确认清册' }).click();
  await expect(page.getByLabel('应缴')).toBeVisible();
});
