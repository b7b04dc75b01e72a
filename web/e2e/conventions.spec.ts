import { expect, type Page, test } from '@playwright/test';
import { choose, fact, open, signInAs, signOut } from './desk';
import { assess, type Registered, register, uploadRoster } from './employers';
import { idNumber } from './made-up';
import { approve, post } from './over-the-wire';
import { keep } from './screenshot';

const employer = `云桥印刷厂（${Date.now() % 100_000}）`;
const people = ['高远', '沈静', '白露'].map((name) => [name, idNumber(), 6000] as const);

/** The sums in a list's totals row. */
const sums = (page: Page) => page.locator('.totals-row .money');

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
  let ofEmployer: Registered = { id: '', month: '' };
  let remittance = '';
  let code = '';
  await test.step('an assessed remittance stands there', async () => {
    await signInAs(page, '归集经办');
    ofEmployer = await register(page, employer);
    ({ id: remittance, code } = await assess(page, ofEmployer, people));
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
    await page.getByRole('button', { name: '冲销汇缴' }).click();
    const box = await dialog(page, '冲销这笔汇缴？');
    await box.getByRole('textbox', { name: '原因' }).fill('人员\n有误');
    await expect(box.getByRole('textbox', { name: '原因' })).toHaveValue('人员 有误');
    await keep(page, '21-reverse');
    await post(page, `/api/remittances/${remittance}/reverse`, { reason: '名单有误' });
    await approve(page, '会计主管', remittance);
    await box.getByRole('button', { name: '冲销汇缴' }).click();
    await expect(page.getByRole('dialog', { name: '没有冲销汇缴' })).toContainText('已冲销');
    await keep(page, '22-too-late');
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(box).toHaveCount(0);
    await expect(page.getByRole('button', { name: '冲销汇缴' })).toHaveCount(0);
    await expect(page.locator('.page-title')).toContainText('已冲销');
  });

  await test.step('its money waits, found by the link of the arrival', async () => {
    await page.goto(`/arrivals?payment_code=${code}`);
    const arrivals = page.getByRole('table', { name: '到账' });
    await arrivals.getByRole('link', { name: '暂收' }).click();
    await expect(page).toHaveURL(/\/suspense\/[0-9a-f-]{36}$/);
    await expect(fact(page, '余额（元）')).toHaveText('2,880.00');
    await page.getByRole('link', { name: '转入凭证' }).click();
    await expect(page.getByRole('article', { name: '记账凭证' })).toContainText('2,880.00');
    await page.getByText('来源', { exact: true }).locator('+ dd').getByRole('link').click();
    // It came to wait by the voucher that took the remittance back.
    await expect(page).toHaveURL((url) => url.pathname === `/remittances/${remittance}`);
    await signOut(page);
  });

  await test.step('whom a shorter roster leaves out is listed with what becomes of them', async () => {
    await signInAs(page, '归集经办');
    const roster = await uploadRoster(page, ofEmployer, people.slice(0, 1));
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
    await expect(entries).toContainText('冲销');
    await expect(entries.getByRole('link', { name: '记-' })).toHaveCount(0);
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
