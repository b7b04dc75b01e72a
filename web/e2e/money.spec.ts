import { expect, type Page, test } from '@playwright/test';
import { addMonths } from '../packages/ui/src/dates';
import { choose, fact, open, signInAs, signOut } from './desk';
import { assess, businessMonth, type Person, register } from './employers';
import { idNumber } from './made-up';
import { approve } from './over-the-wire';
import { keep } from './screenshot';

// Each does the work of several people, one after another.
test.describe.configure({ timeout: 300_000 });

const run = Date.now() % 100_000;
/** Three people at 8 % and 8 % of 6,000: 2,880.00 a month. */
const MONTHLY = '2,880.00';

let named = 0;
const nameOf = (what: string) => `${what}（${run}-${++named}）`;
const staff = (): Person[] =>
  ['方圆', '江帆', '丁香'].map((name) => [name, idNumber(), 6000] as const);

type Receipt = { amount: string; payer: string; code?: string; remark?: string };

let receipts = 0;

/** Opens the drawer and copies a line of the bank's receipt. */
async function record(page: Page, { amount, payer, code = '', remark = '' }: Receipt) {
  await page.goto('/arrivals');
  await page.getByRole('button', { name: '录入到账' }).click();
  const form = page.getByRole('dialog', { name: '录入到账' });
  await choose(form, '收款账户');
  await form.getByRole('textbox', { name: '银行流水号' }).fill(`M${run}-${++receipts}`);
  await form.getByRole('textbox', { name: '金额' }).fill(amount);
  await form.getByRole('textbox', { name: '付款人名称' }).fill(payer);
  await form.getByRole('textbox', { name: '付款人账号' }).fill('5100123400005678');
  await form.getByRole('textbox', { name: '附言' }).fill(remark);
  await form.getByRole('textbox', { name: '缴款码' }).fill(code);
  await form.getByRole('textbox', { name: '缴款码' }).press('Enter');
  const said = form.getByRole('status');
  // What was said of the line before is gone, and a busy machine takes its time.
  await expect(said).toBeVisible({ timeout: 30_000 });
  return said;
}

/** Closes the drawer, which covers the rest of the page. */
async function closeReceipts(page: Page): Promise<void> {
  const form = page.getByRole('dialog', { name: '录入到账' });
  await form.getByRole('button', { name: '关闭' }).last().click();
  await expect(form).toHaveCount(0);
}

/** Goes from what was said of a receipt to where its money waits. */
async function toWaiting(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('link', { name: '查看暂收' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/暂收 ZS\d+/);
}

/** The page as those see it whose screen is narrower: nothing of it lies beyond the edge. */
async function keepNarrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await keep(page, `${name}-1280`);
  const beyond = () => document.documentElement.scrollWidth - window.innerWidth;
  expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('too little waits until it is topped up; what is over is taken for the next month', async ({
  page,
}) => {
  const name = nameOf('云岭药业');
  const people = staff();
  await signInAs(page, '归集经办');
  const month = await businessMonth(page);
  const employer = await register(page, name, addMonths(month, -1));
  const first = await assess(page, employer, people);
  await signOut(page);

  await test.step('too little: what is missing is said, and the notice asks for that', async () => {
    await signInAs(page, '会计');
    const said = await record(page, { amount: '2000', payer: name, code: first.code });
    await expect(said).toContainText('款项不足');
    await expect(said).toContainText('少 880.00 元');
    await expect(said).toContainText('补足后自动入账');
    await keep(page, '30-short');
    await page.goto(`/remittances/${first.id}`);
    await expect(page.getByRole('alert')).toContainText('已有暂收 2,000.00 元，尚需缴款 880.00 元');
    await keep(page, '31-short-remittance');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('article', { name: '缴款通知' })).toContainText('捌佰捌拾元整');
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('the top-up posts by itself; what is over waits under the employer', async () => {
    const said = await record(page, { amount: '1000', payer: name, code: first.code });
    await expect(said).toContainText('已入账 3 人');
    await expect(said).toContainText('多 120.00 元');
    await keep(page, '32-over');
    await toWaiting(page);
    await expect(fact(page, '余额（元）')).toHaveText('120.00');
    await expect(fact(page, '归属单位')).toHaveText(name);
    await signOut(page);
  });

  await test.step('the next month needs so much less', async () => {
    await signInAs(page, '归集经办');
    const next = await assess(page, { id: employer.id, month }, people);
    await signOut(page);
    await signInAs(page, '会计');
    await page.goto(`/remittances/${next.id}`);
    await expect(page.getByRole('alert')).toContainText('已有暂收 120.00 元，尚需缴款 2,760.00 元');
    const said = await record(page, { amount: '2760', payer: name, code: next.code });
    await expect(said).toContainText('已入账 3 人');
    await expect(said).not.toContainText('暂收');
    await page.getByRole('link', { name: '查看汇缴' }).click();
    await expect(page.locator('.page-title')).toContainText('已入账');
    await page.getByRole('tab', { name: '到账与凭证' }).click();
    const fundings = page.getByRole('tabpanel');
    await expect(fundings).toContainText('120.00 元');
    await expect(fundings).toContainText('2,760.00 元');
  });
});

test('one wire is split over two employers, and the rest returned', async ({ page }) => {
  const payer = nameOf('安宁区财政国库支付中心');
  const names = [nameOf('安宁区第一小学'), nameOf('安宁区第二小学')];
  const codes: string[] = [];
  await signInAs(page, '归集经办');
  for (const name of names) {
    codes.push((await assess(page, await register(page, name), staff())).code);
  }
  await signOut(page);
  await signInAs(page, '会计');

  await test.step('a wire of the treasury waits, found on the list', async () => {
    const said = await record(page, { amount: '6000', payer, remark: '代缴公积金' });
    await expect(said).toContainText('没有缴款码');
    await closeReceipts(page);
    await open(page, '暂收');
    const row = page
      .getByRole('table', { name: '暂收' })
      .getByRole('row')
      .filter({ hasText: payer });
    await expect(row).toContainText('6,000.00');
    await keep(page, '33-suspense');
    await keepNarrow(page, '33-suspense');
    await row.getByRole('link').first().click();
  });

  const due = page.getByRole('table', { name: '可分摊的汇缴' });
  await test.step('both remittances are found by their codes and filled', async () => {
    await page.getByRole('textbox', { name: '缴款码' }).fill(codes.join('、'));
    await page.getByRole('textbox', { name: '缴款码' }).press('Enter');
    for (const name of names) {
      await expect(
        due.getByRole('row').filter({ hasText: name }).getByRole('checkbox'),
      ).toBeChecked();
    }
    await expect(fact(page, '所选汇缴应缴合计')).toHaveText('5,760.00');
    await expect(fact(page, '相抵')).toHaveText('正好');
    const uses = page.getByRole('table', { name: '动用的暂收款' });
    await expect(uses.getByRole('row').filter({ hasText: payer })).toContainText('240.00');
    const amount = uses.getByRole('textbox', { name: '本次动用' });
    await amount.fill('5000');
    await amount.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: '还差 760.00 元' })).toBeVisible();
    await amount.fill('6000.01');
    await expect(uses.getByRole('alert')).toContainText('余额只有 6,000.00 元');
    await keep(page, '34-allocate-faulty');
    await amount.fill('');
    await amount.blur();
    await expect(amount).toHaveValue('5,760.00');
    await keep(page, '35-allocate');
    await keepNarrow(page, '35-allocate');
    await amount.press('Enter');
    await page.getByRole('button', { name: '确认分摊' }).click();
    const moved = page.getByRole('table', { name: '暂收变动' });
    await expect(moved.getByRole('row').filter({ hasText: '分摊' })).toHaveCount(2);
    await expect(fact(page, '余额（元）')).toHaveText('240.00');
  });

  await test.step('what nobody owes goes back; the first faulty field has the cursor', async () => {
    await page.getByRole('link', { name: '退回付款人' }).click();
    const serial = page.getByRole('textbox', { name: '银行流水号' });
    await expect(page.getByRole('textbox', { name: '退回金额' })).toHaveValue('240.00');
    await page.getByRole('textbox', { name: '退回原因' }).fill('多汇');
    await page.getByRole('textbox', { name: '退回原因' }).press('Enter');
    await expect(page.getByText('请填写银行流水号')).toBeVisible();
    await expect(serial).toBeFocused();
    await keep(page, '36-return-faulty');
    await serial.fill(`R${run}`);
    await serial.press('Enter');
    await expect(page.getByText('已提交审批')).toBeVisible();
    await expect(fact(page, '余额（元）')).toHaveText('240.00');
    await approve(page, '会计主管', new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await page.reload();
    await expect(page.locator('.page-title')).toContainText('已处理');
    const moved = page.getByRole('table', { name: '暂收变动' });
    await expect(moved.getByRole('row').filter({ hasText: '多汇' })).toContainText('240.00');
    await expect(fact(page, '余额（元）')).toHaveText('0.00');
    await keep(page, '37-movements');
  });
});

test('two wires of one payer fill a remittance together', async ({ page }) => {
  const name = nameOf('云岭茶场');
  await signInAs(page, '归集经办');
  await assess(page, await register(page, name), staff());
  await signOut(page);
  await signInAs(page, '会计');
  await record(page, { amount: '1000', payer: name });
  await expect(page.getByRole('status')).toContainText('转暂收');
  await record(page, { amount: '2000', payer: name });
  await toWaiting(page);

  const candidate = page.getByRole('row').filter({ hasText: '付款人同名' });
  await candidate.getByRole('checkbox').check();
  await expect(fact(page, '还差')).toHaveText('880.00');
  await page.getByRole('button', { name: '分摊入账' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '还差 880.00 元' })).toBeVisible();
  await choose(page.locator('.allocation'), '加用其他暂收款', name);
  await expect(fact(page, '相抵')).toHaveText('正好');
  await keep(page, '38-gather');
  // What was chosen is still there after a look at something else.
  await page.reload();
  await expect(fact(page, '相抵')).toHaveText('正好');
  await page.getByRole('button', { name: '分摊入账' }).click();
  const asked = page.getByRole('dialog', { name: '分摊入账？' });
  await expect(asked).toContainText(
    '动用暂收款 2 笔共 2,880.00 元，为 1 个单位的 1 笔汇缴、3 人入账',
  );
  await keep(page, '41-confirm-allocation');
  await asked.getByRole('button', { name: '确认分摊' }).click();
  await page.getByRole('table', { name: '暂收变动' }).getByRole('link', { name: '汇缴' }).click();
  await expect(page.locator('.page-title')).toContainText('已入账');
});

test('what waits of an employer pays its next month without another wire', async ({ page }) => {
  const name = nameOf('云岭客运');
  const people = staff();
  await signInAs(page, '归集经办');
  const month = await businessMonth(page);
  const employer = await register(page, name, addMonths(month, -1));
  const { code } = await assess(page, employer, people);
  await signOut(page);
  await signInAs(page, '会计');
  const paid = await record(page, { amount: '2880', payer: name, code });
  await expect(paid).toContainText('已入账 3 人');
  const twice = await record(page, { amount: '2880', payer: name, code });
  await expect(twice).toContainText('可能重复');
  await closeReceipts(page);
  await signOut(page);
  await signInAs(page, '归集经办');
  const { id } = await assess(page, { id: employer.id, month }, people);
  await page.goto(`/remittances/${id}`);
  await expect(page.getByRole('button', { name: '用暂收入账' })).toHaveCount(0);
  await signOut(page);

  await signInAs(page, '会计');
  await page.goto(`/remittances/${id}`);
  await expect(page.getByRole('alert')).toContainText(`暂收款 ${MONTHLY} 元`);
  await page.getByRole('button', { name: '用暂收入账' }).click();
  const drawer = page.getByRole('dialog', { name: '用暂收入账' });
  await expect(drawer).toContainText('正好');
  await keep(page, '39-fill');
  await drawer.getByRole('button', { name: '分摊入账' }).click();
  await page.getByRole('button', { name: '确认分摊' }).click();
  await expect(drawer).toHaveCount(0);
  await expect(page.locator('.page-title')).toContainText('已入账');
});

test('what the bank takes back after it was posted is recovered', async ({ page }) => {
  const name = nameOf('云岭建材');
  await signInAs(page, '归集经办');
  const { code } = await assess(page, await register(page, name), staff());
  await signOut(page);
  await signInAs(page, '会计');
  const posted = await record(page, { amount: '3000', payer: name, code });
  await expect(posted).toContainText('多 120.00 元');

  await test.step('what waited goes back, the rest is to be recovered', async () => {
    await page.goto(`/arrivals?payment_code=${code}`);
    await expect(page.getByRole('table', { name: '到账' })).toContainText(code);
    await keepNarrow(page, '40-arrivals');
    await page.goto('/arrivals');
    await expect(page.locator('.pager')).toContainText('条');
    await keepNarrow(page, '40-all-arrivals');
    await page.goto(`/arrivals?payment_code=${code}`);
    await page.getByRole('button', { name: '银行冲正' }).click();
    const form = page.getByRole('dialog', { name: '银行冲正' });
    await form.getByRole('textbox', { name: '冲正原因' }).fill('付款人账户止付');
    await form.getByRole('textbox', { name: '冲正原因' }).press('Enter');
    await expect(form.getByRole('textbox', { name: '冲正流水号' })).toBeFocused();
    await form.getByRole('textbox', { name: '冲正流水号' }).fill(`C${run}`);
    await keep(page, '40-take-back');
    await form.getByRole('textbox', { name: '冲正流水号' }).press('Enter');
    await expect(form.getByRole('status')).toContainText(
      `从暂收冲出 120.00 元，已入账的 ${MONTHLY} 元转为追款`,
    );
    await keep(page, '41-taken-back');
    await form.getByRole('button', { name: '关闭' }).last().click();
    const row = page
      .getByRole('table', { name: '到账' })
      .getByRole('row')
      .filter({ hasText: code });
    await expect(row).toContainText(/\d{4}-\d{2}-\d{2} 冲正/);
    await expect(row.getByRole('button', { name: '银行冲正' })).toHaveCount(0);
    await keep(page, '41-arrival-taken-back');
    await row.getByRole('link', { name: '追款' }).click();
    await expect(page.getByRole('table', { name: '追款' })).toContainText(name);
  });

  await test.step('what the employer pays again settles it', async () => {
    const again = await record(page, { amount: '3000', payer: name, code });
    await expect(again).toContainText('可能重复');
    await closeReceipts(page);
    await open(page, '追款');
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText('追款中');
    await keep(page, '42-recoveries');
    await keepNarrow(page, '42-recoveries');
    await row.getByRole('button', { name: '抵追款' }).click();
    const form = page.getByRole('dialog', { name: '抵追款' });
    await choose(form, '暂收款');
    await expect(form.getByRole('textbox', { name: '抵追款金额' })).toHaveValue(MONTHLY);
    await keep(page, '43-recover');
    await form.getByRole('textbox', { name: '抵追款金额' }).press('Enter');
    await expect(form).toHaveCount(0);
    await expect(row).toContainText('已追回');
  });
});
