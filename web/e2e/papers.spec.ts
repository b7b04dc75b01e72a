import { expect, type Locator, type Page, test } from '@playwright/test';
import { addMonths } from '../packages/ui/src/dates';
import { fact, signInAs, signOut } from './desk';
import { assess, businessMonth, type Person, register } from './employers';
import { idNumber } from './made-up';
import { get, post } from './over-the-wire';
import { keep } from './screenshot';

test.describe.configure({ timeout: 180_000 });

const run = Date.now() % 100_000;
const people: Person[] = ['程千里', '林小满'].map((name) => [name, idNumber(), 6000] as const);
/** Two people at 8 % and 8 % of 6,000. */
const MONTHLY = 192_000;

/** A browser without a printer prints nothing: that it was asked to is noted. */
async function withoutPrinter(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const noted = window as unknown as { asked: number };
    noted.asked = 0;
    window.print = () => {
      noted.asked += 1;
    };
  });
  return () => page.evaluate(() => (window as unknown as { asked: number }).asked);
}

/** The paper stands alone on one sheet; what is a page of the console is not on it. */
async function standsAlone(page: Page, paper: Locator): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.locator('.page-head')).toBeHidden();
  await expect(page.locator('.beside-paper')).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
}

/** The accountant records that a remittance was paid, and nothing else. */
async function pay(page: Page, payer: string, code: string, fen: number): Promise<void> {
  const accounts = await get<{ items: { bank_account_id: string; nature: string }[] }>(
    page,
    '/api/bank-accounts',
  );
  const into = accounts.items.find(({ nature }) => nature === 'fund');
  const session = await get<{ business_day: { date: string } }>(page, '/api/session');
  const outcome = await post<{ outcome: string }>(page, '/api/arrivals', {
    bank_account_id: into?.bank_account_id,
    bank_serial: `P${run}`,
    amount_fen: fen,
    value_date: session.business_day.date,
    payer_name: payer,
    payer_account: '5100123400005678',
    remark: '',
    payment_code: code,
  });
  expect(outcome.outcome).toBe('posted');
}

test('an employer pays: its receipt, its timeline, its member’s statement', async ({ page }) => {
  const name = `松涛造纸厂（${run}）`;
  const asked = await withoutPrinter(page);
  await signInAs(page, '归集经办');
  const month = await businessMonth(page);
  const employer = await register(page, name, addMonths(month, -1));
  const { id, code } = await assess(page, employer, people);

  await test.step('until it pays, the month is awaited and not asked for again', async () => {
    await page.goto(`/remittances/${id}`);
    await page.getByRole('button', { name: '打印缴款通知' }).click();
    expect(await asked()).toBe(1);
    const notice = page.getByRole('article', { name: '缴款通知', includeHidden: true });
    await expect(notice).toContainText('缴款期限');
    await standsAlone(page, notice);
    await page.goto(`/arrears?name.contains=${encodeURIComponent(name)}`);
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row.getByRole('link', { name: '待到账' })).toHaveAttribute(
      'href',
      `/remittances/${id}`,
    );
    await keep(page, '60-arrears');
    await page.goto(`/employers/${employer.id}`);
    await expect(fact(page, '待到账（元）')).toHaveText('1,920.00');
    await keep(page, '61-employer-awaited');
    await signOut(page);
  });

  await test.step('the receipt is printed once it is posted', async () => {
    await signInAs(page, '会计');
    await pay(page, name, code, MONTHLY);
    await page.goto(`/remittances/${id}`);
    await page.getByRole('button', { name: '打印回单' }).click();
    expect(await asked()).toBe(1);
    const receipt = page.getByRole('article', { name: '汇缴回单', includeHidden: true });
    await expect(receipt).toContainText('人民币壹仟玖佰贰拾元整');
    await expect(receipt).toContainText(name);
    await standsAlone(page, receipt);
    await signOut(page);
  });

  await test.step('the timeline tells it, the latest first, and leads to it', async () => {
    await signInAs(page, '归集经办');
    await page.goto(`/employers/${employer.id}`);
    await expect(fact(page, '待到账（元）')).toHaveText('0.00');
    const timeline = page.getByRole('region', { name: '时间线' });
    const rows = timeline.getByRole('table').locator('tbody tr.ant-table-row');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toContainText('汇缴入账');
    await expect(rows.nth(0)).toContainText('2 人 1,920.00 元');
    await expect(rows.nth(1)).toContainText('核定汇缴');
    await expect(rows.nth(2)).toContainText('单位登记');
    await keep(page, '62-employer-timeline');
    await rows.nth(0).getByRole('link', { name: '汇缴' }).click();
    await expect(page).toHaveURL(new RegExp(`/remittances/${id}`));
  });

  await test.step('the statement bears the member’s whole name, which the page masks', async () => {
    const { items } = await get<{ items: { account_no: string }[] }>(
      page,
      `/api/accounts?employer_id=${employer.id}`,
    );
    await page.goto(`/accounts/${items[0]?.account_no}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('程**');
    await expect(fact(page, '欠缴月数')).toHaveText('1');
    await page.getByRole('button', { name: '打印缴存明细' }).click();
    await keep(page, '63-statement-period');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^打\s*印$/ }).click();
    const statement = page.getByRole('article', { name: '缴存明细', includeHidden: true });
    await expect(statement).toContainText('程千里');
    await expect(statement).toContainText('期末余额');
    await expect(statement).toContainText('人民币玖佰陆拾元整');
    await expect(dialog).toBeHidden();
    expect(await asked()).toBe(1);
    await standsAlone(page, statement);
  });
});
