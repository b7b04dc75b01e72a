import { expect, type Page, test } from '@playwright/test';
import { choose, fact, open, signInAs, signOut } from './desk';
import { creditCode, idNumber, mobile } from './made-up';
import { get, post, store } from './over-the-wire';
import { keep } from './screenshot';
import { workbook } from './workbook';

const employer = `云桥印刷厂（${Date.now() % 100_000}）`;
const people = ['高远', '沈静', '白露'].map((name) => [name, idNumber(), 6000] as const);

/** The sums in a list's totals row. */
const sums = (page: Page) => page.locator('.totals-row .money');

/** An employer whose first month is that of the open business day. */
async function register(page: Page): Promise<{ id: string; month: string }> {
  const session = await get<{ branch: { branch_id: string }; business_day: { date: string } }>(
    page,
    '/api/session',
  );
  const month = session.business_day.date.slice(0, 7);
  const person = () => ({ name: '宋长河', id_kind: 'resident_id', id_number: idNumber() });
  const { employer_id: id } = await post<{ employer_id: string }>(page, '/api/employers', {
    name: employer,
    credit_code: creditCode(),
    address: '云桥路 5 号',
    payday: 10,
    affiliation: '90',
    economic_type: '173',
    industry: 'C',
    established_on: '2015-06-18',
    first_month: month,
    branch_id: session.branch.branch_id,
    bank_code: '105',
    employer_rate_ppb: 80_000_000,
    member_rate_ppb: 80_000_000,
    legal_person: person(),
    agent: { ...person(), mobile: mobile() },
  });
  return { id, month };
}

type Registered = Awaited<ReturnType<typeof register>>;

async function upload(page: Page, { id, month }: Registered, count: number): Promise<string> {
  const rows = [['姓名', '证件号码', '缴存基数'], ...people.slice(0, count)];
  const file = await store(page, '清册.xlsx', workbook(rows));
  const path = `/api/employers/${id}/rosters`;
  return (await post<{ roster_id: string }>(page, path, { file, month })).roster_id;
}

/** A drawer or dialog that has come to rest. */
async function dialog(page: Page, name: string) {
  const box = page.getByRole('dialog', { name });
  await expect(box).toBeVisible();
  return box;
}

test('what is typed is kept until it is sent, and a refusal in time closes the dialog', async ({
  page,
}) => {
  test.setTimeout(180_000);
  let ofEmployer = { id: '', month: '' };
  let remittance = '';
  let code = '';
  await test.step('an assessed remittance stands there', async () => {
    await signInAs(page, '归集经办');
    ofEmployer = await register(page);
    const roster = await upload(page, ofEmployer, 3);
    const path = `/api/rosters/${roster}/confirm`;
    ({ remittance_id: remittance } = await post<{ remittance_id: string }>(page, path, undefined));
    const answer = await get<{ payment_code: string }>(page, `/api/remittances/${remittance}`);
    code = answer.payment_code;
    await signOut(page);
  });

  await test.step('the receipt half copied is there again, and gone once recorded', async () => {
    await signInAs(page, '会计');
    await open(page, '到账');
    await page.getByRole('button', { name: '录入到账' }).click();
    let form = await dialog(page, '录入到账');
    await choose(form, '收款账户');
    await form.getByRole('textbox', { name: '银行流水号' }).fill(`CV${Date.now()}`);
    await form.getByRole('textbox', { name: '付款人名称' }).fill(employer);
    await form.getByRole('button', { name: '关闭' }).last().click();
    await expect(form).toHaveCount(0);
    await page.reload();
    await page.getByRole('button', { name: '录入到账' }).click();
    form = await dialog(page, '录入到账');
    await expect(form.getByRole('textbox', { name: '付款人名称' })).toHaveValue(employer);
    await expect(form.getByRole('textbox', { name: '银行流水号' })).toHaveValue(/^CV/);
    await form.getByRole('textbox', { name: '金额' }).fill('2880');
    await form.getByRole('textbox', { name: '付款人账号' }).fill('5100123400005678');
    await form.getByRole('textbox', { name: '缴款码' }).fill(code);
    await keep(page, '20-draft');
    await form.getByRole('button', { name: '录入', exact: true }).click();
    await expect(form.getByRole('status')).toContainText('已入账 3 人');
    await expect(form.getByRole('textbox', { name: '付款人名称' })).toHaveValue('');
    await page.reload();
    await page.getByRole('button', { name: '录入到账' }).click();
    form = await dialog(page, '录入到账');
    await expect(form.getByRole('textbox', { name: '付款人名称' })).toHaveValue('');
  });

  await test.step('somebody else was quicker: the dialog says so, closes, the page is new', async () => {
    await page.goto(`/remittances/${remittance}`);
    await page.getByRole('button', { name: '冲账' }).click();
    const box = await dialog(page, '冲销这笔入账？');
    await box.getByRole('textbox', { name: '原因' }).fill('人员\n有误');
    await expect(box.getByRole('textbox', { name: '原因' })).toHaveValue('人员 有误');
    await keep(page, '21-reverse');
    await post(page, `/api/remittances/${remittance}/reverse`, { reason: '名单有误' });
    await box.getByRole('button', { name: '冲账' }).click();
    await expect(page.getByRole('dialog', { name: '没有冲账' })).toContainText('已冲账');
    await keep(page, '22-too-late');
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(box).toHaveCount(0);
    await expect(page.getByRole('button', { name: '冲账' })).toHaveCount(0);
    await expect(page.locator('.page-title')).toContainText('已冲账');
  });

  await test.step('its money waits, found by the link of the arrival', async () => {
    await page.goto(`/arrivals?payment_code=${code}`);
    const arrivals = page.getByRole('table', { name: '到账' });
    await arrivals.getByRole('link', { name: '暂收' }).click();
    await expect(page).toHaveURL(/\/suspense\?suspense_id=/);
    await expect(page.locator('.pager')).toContainText('共 1 条');
    const waiting = page.getByRole('table', { name: '暂收' });
    await expect(waiting).toContainText('2,880.00');
    await waiting.getByRole('link', { name: '查看' }).click();
    await expect(page.getByRole('article', { name: '记账凭证' })).toContainText('2,880.00');
    await page.getByText('来源', { exact: true }).locator('+ dd').getByRole('link').click();
    await expect(page).toHaveURL(/\/suspense\?suspense_id=/);
    await expect(waiting).toContainText('2,880.00');
    await signOut(page);
  });

  await test.step('whom a shorter roster leaves out is listed with what becomes of them', async () => {
    await signInAs(page, '归集经办');
    const roster = await upload(page, ofEmployer, 1);
    await page.goto(`/rosters/${roster}`);
    await expect(fact(page, '未列入')).toHaveText('2');
    await page.getByRole('alert').getByRole('link', { name: '2' }).click();
    const list = page.getByRole('table', { name: '未列入清册的职工' });
    await expect(list.getByRole('row').filter({ hasText: '*' })).toHaveCount(2);
    await expect(sums(page)).toHaveText(['12,000.00', '1,920.00']);
    await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('欠缴');
    await keep(page, '23-missing-members');
    await list.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/accounts\/\d+$/);
    // The clerk may not read vouchers: their numbers are words, not ways to a refusal.
    const entries = page.getByRole('table', { name: '账户明细' });
    await expect(entries).toContainText('冲账');
    await expect(entries.getByRole('link')).toHaveCount(0);
  });
});

test('sums come unasked beside a filter; over everything they are asked for', async ({ page }) => {
  await signInAs(page, '归集经办');
  await open(page, '汇缴');
  await expect(page.locator('.pager')).toContainText('条');
  await expect(sums(page)).toHaveCount(0);
  await page.getByRole('button', { name: '求和' }).click();
  await expect(sums(page)).toHaveCount(2);
  await page.goto('/remittances?month=2026-01');
  await expect(sums(page)).toHaveCount(2);
  await expect(sums(page).first()).toBeInViewport();
});

test('a list prints as a list, the notice of the same page as a notice', async ({ page }) => {
  await signInAs(page, '归集经办');
  await page.goto('/remittances?status=assessed');
  await page.getByRole('table', { name: '汇缴' }).getByRole('link').first().click();
  await expect(page.getByRole('table', { name: '职工明细' })).toBeVisible();
  // A browser without a printer prints nothing: what it would print is looked at meanwhile.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.emulateMedia({ media: 'print' });
  const notice = page.getByRole('article', { name: '缴款通知' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('table', { name: '职工明细' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.list-foot').getByRole('button', { name: '打印' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: '职工明细' })).toBeVisible();
  await expect(notice).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(notice).toBeVisible();
});
