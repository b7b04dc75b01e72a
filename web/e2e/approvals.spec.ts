import { expect, type Locator, type Page, test } from '@playwright/test';
import { choose, fact, open, pick, signInAs, signOut } from './desk';
import { assess, type Person, register } from './employers';
import { idNumber } from './made-up';
import { get, postAs } from './over-the-wire';
import { keep } from './screenshot';

// Each does the work of several people, one after another.
test.describe.configure({ timeout: 180_000 });

const run = Date.now() % 100_000;
let named = 0;

/** Three people at 8 % and 8 % of 6,000. */
const AMOUNT_FEN = 288_000;
const staff = (): Person[] =>
  ['方圆', '江帆', '丁香'].map((name) => [name, idNumber(), 6000] as const);

/** What was remitted and posted: its id and its employer. */
type Posted = { id: string; employer: string };

/** A posted remittance of an employer of its own; the clerk is signed in afterwards. */
async function posted(page: Page): Promise<Posted> {
  const employer = `松岭纸业（${run}-${++named}）`;
  const { id, code } = await assess(page, await register(page, employer), staff());
  const session = await get<{ business_day: { date: string } }>(page, '/api/session');
  const { items } = await get<{ items: { bank_account_id: string }[] }>(page, '/api/bank-accounts');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { date } = session.business_day;
  await postAs(page, '会计', '/api/arrivals', {
    bank_account_id: items[0]?.bank_account_id,
    bank_serial: `SP${run}-${named}`,
    amount_fen: AMOUNT_FEN,
    value_date: date < today ? date : today,
    payer_name: employer,
    payer_account: '5100123400005678',
    remark: '',
    payment_code: code,
  });
  return { id, employer };
}

/** The accountant asks for a reversal, without clicking; answers the request's id. */
async function asked(page: Page, { id }: Posted): Promise<string> {
  const body = { reason: '付款单位有误' };
  const path = `/api/remittances/${id}/reverse`;
  return (await postAs<{ approval_id: string }>(page, '会计', path, body)).approval_id;
}

/** The row of the inbox that is about an employer. */
const rowOf = (page: Page, { employer }: Posted): Locator =>
  page
    .getByRole('table', { name: '审批', exact: true })
    .getByRole('row')
    .filter({ hasText: employer });

const standing = (page: Page) => page.getByRole('status').first();

test('a reversal takes two people: who asks it cannot approve it', async ({ page }) => {
  await signInAs(page, '归集经办');
  const remittance = await posted(page);
  await signOut(page);

  await test.step('the accountant asks, and is led to the request', async () => {
    await signInAs(page, '会计');
    await page.goto(`/remittances/${remittance.id}`);
    await page.getByRole('button', { name: '冲销汇缴' }).click();
    const box = page.getByRole('dialog', { name: '冲销这笔汇缴？' });
    await box.getByRole('textbox', { name: '原因' }).fill('付款单位有误');
    await box.getByRole('button', { name: '冲销汇缴' }).click();
    await expect(page.getByText('已提交审批')).toBeVisible();
    // Nothing is done yet, and the page says what waits for whom.
    await expect(page.locator('.page-title')).toContainText('已入账');
    await expect(standing(page)).toContainText('待审批');
    await expect(standing(page)).toContainText('由会计主管办理');
    await keep(page, '80-asked');
    await page.getByRole('link', { name: '查看审批', exact: true }).click();
    await expect(page.locator('.page-title')).toContainText('待审批');
    await expect(standing(page)).toContainText('现由会计主管');
    await expect(page.getByRole('button', { name: '撤回' })).toBeVisible();
    await expect(page.getByRole('button', { name: '通过' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: '退回' })).toHaveCount(0);
    await keep(page, '81-own-request');
    await open(page, '审批');
    await page.getByRole('tab', { name: '我提交的' }).click();
    await expect(rowOf(page, remittance)).toContainText('待审批');
    await signOut(page);
  });

  await test.step('the chief accountant finds it, reads it and approves it', async () => {
    await signInAs(page, '会计主管');
    const todo = page.locator('.waiting').getByRole('listitem').filter({ hasText: '待我办理' });
    await expect(todo).toContainText(/[1-9]/);
    await keep(page, '82-home-todo');
    await todo.getByRole('link').click();
    await expect(page.getByRole('tab', { name: '待我办理' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.locator('.waiting-badge')).toHaveText(/[1-9]/);
    await keep(page, '83-inbox');
    await rowOf(page, remittance).getByRole('link', { name: /^SP/ }).click();
    await expect(fact(page, '金额（元）')).toHaveText('2,880.00');
    await page.getByRole('button', { name: '通过' }).click();
    const box = page.getByRole('dialog', { name: '通过这件审批？' });
    await expect(box).toContainText('这是最后环节');
    await box.getByRole('textbox', { name: '意见' }).fill('已核对来函');
    await keep(page, '84-approve');
    await box.getByRole('button', { name: '通过' }).click();
    await expect(page.locator('.page-title')).toContainText('已办结');
    await expect(standing(page)).toContainText('已冲销');
    const steps = page.getByRole('table', { name: '审批环节' });
    await expect(steps.getByRole('row').last()).toContainText('已核对来函');
    await expect(page.getByRole('table', { name: '时间线' }).getByRole('row')).toHaveCount(4);
    await keep(page, '85-done');
  });

  await test.step('the reversal is done, and its voucher stands', async () => {
    await page.getByRole('link', { name: '汇缴详情' }).click();
    await expect(page.locator('.page-title')).toContainText('已冲销');
    await expect(page.getByText('待审批')).toHaveCount(0);
    await page.getByRole('tab', { name: '到账与凭证' }).click();
    await page.getByRole('tabpanel').getByRole('link', { name: '记-' }).last().click();
    await expect(page.getByRole('article', { name: '记账凭证' })).toContainText('2,880.00');
  });
});

test('what is given back says why, and what waits is approved in one go', async ({ page }) => {
  await signInAs(page, '归集经办');
  const all = [await posted(page), await posted(page), await posted(page)] as const;
  const [first, second, third] = all;
  await asked(page, first);
  await asked(page, second);
  await signOut(page);
  await signInAs(page, '会计主管');

  await test.step('a return needs its reason', async () => {
    await open(page, '审批');
    await rowOf(page, first).getByRole('link', { name: /^SP/ }).click();
    await page.getByRole('button', { name: '退回' }).click();
    const box = page.getByRole('dialog', { name: '退回这件审批？' });
    await box.getByRole('button', { name: '退回' }).click();
    await expect(box.getByText('请填写退回原因')).toBeVisible();
    await box.getByRole('textbox', { name: '退回原因' }).fill('请附单位来函');
    await box.getByRole('button', { name: '退回' }).click();
    await expect(page.locator('.page-title')).toContainText('已退回');
    await expect(standing(page)).toContainText('请附单位来函');
    await expect(page.getByRole('button', { name: '通过' })).toHaveCount(0);
    await keep(page, '86-returned');
  });

  await test.step('several at once, each with its own answer', async () => {
    await asked(page, first);
    const withdrawn = await asked(page, third);
    await open(page, '审批');
    await expect(page.getByRole('button', { name: '批量通过' })).toBeDisabled();
    for (const one of all) await rowOf(page, one).getByRole('checkbox').check();
    // Meanwhile who asked takes one back.
    await postAs(page, '会计', `/api/approvals/${withdrawn}/withdraw`, undefined);
    await page.getByRole('button', { name: '批量通过（3）' }).click();
    const box = page.getByRole('dialog', { name: '通过所选的 3 件审批？' });
    await expect(box).toContainText('共 8,640.00 元');
    await keep(page, '87-approve-many');
    await box.getByRole('button', { name: '通过', exact: true }).click();
    const answers = page.getByRole('dialog', { name: '批量通过的结果' });
    await expect(answers.getByRole('status')).toHaveText('2 件已办结，1 件没有通过。');
    const failed = answers.getByRole('row').filter({ hasText: third.employer });
    await expect(failed).toContainText('没有通过：该审批已撤回');
    await keep(page, '88-approved-many');
    await answers.getByRole('button', { name: '知道了' }).click();
    for (const one of all) await expect(rowOf(page, one)).toHaveCount(0);
    await expect(page.getByRole('button', { name: '批量通过' })).toBeDisabled();
    await page.getByRole('tab', { name: '全部' }).click();
    await expect(rowOf(page, second)).toContainText('已办结');
  });
});

test('a flow is set with its document, and waits for the director itself', async ({ page }) => {
  await signInAs(page, '安全管理员');
  await open(page, '审批流程');
  const row = page.getByRole('row').filter({ hasText: '冲销汇缴' });
  await expect(row).toContainText('会计主管（1 个工作日） → 主任（满 500,000.00 元，2 个工作日）');
  await row.getByRole('button', { name: '设置流程' }).click();
  const form = page.getByRole('dialog', { name: '冲销汇缴：设置审批流程' });
  const step = (number: number) => form.getByRole('listitem', { name: `第${number}环节` });

  await test.step('what makes no sense is said beside its field', async () => {
    await step(2).getByRole('button', { name: '上移' }).click();
    await form.getByRole('button', { name: '设置', exact: true }).click();
    await expect(step(2)).toContainText('不能低于前面环节的起办金额');
    await expect(form.getByText('请填写依据')).toBeVisible();
    await expect(form.getByText('请填写原因')).toBeVisible();
    await keep(page, '89-flow-faulty');
    await step(2).getByRole('button', { name: '上移' }).click();
    await expect(form.getByText('不能低于前面环节的起办金额')).toHaveCount(0);
  });

  await test.step('a third step is added, and the flow waits for approval', async () => {
    await form.getByRole('button', { name: '添加环节' }).click();
    await choose(step(3), '办理角色', '归集复核');
    await step(3).getByRole('textbox', { name: '起办金额' }).fill('2000000');
    await pick(page, '生效日期', '2030-01-01');
    await form.getByRole('textbox', { name: '依据' }).fill('内部控制办法（2030 年修订）');
    await form.getByRole('textbox', { name: '原因' }).fill('大额业务增加复核');
    await keep(page, '90-flow');
    await form.getByRole('button', { name: '设置', exact: true }).click();
    await expect(page.getByText('已提交审批')).toBeVisible();
    await expect(standing(page)).toContainText('由主任办理');
    await keep(page, '91-flow-asked');
  });

  await test.step('and is taken back by who asked it', async () => {
    await page
      .getByRole('status')
      .getByRole('link', { name: /查看审批 SP/ })
      .first()
      .click();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await expect(page.locator('.page-title')).toContainText('已撤回');
  });
});

test('a deputy is named for the days of a journey, and the naming ended', async ({ page }) => {
  await signInAs(page, '会计主管');
  await open(page, '代办人');
  await page.getByRole('button', { name: '设置代办人' }).click();
  const form = page.getByRole('dialog', { name: '设置代办人' });
  await choose(form, '代办人', '王会芳');
  await pick(page, '止日', '2020-01-01');
  await form.getByRole('button', { name: '设置', exact: true }).click();
  await expect(form.getByText('止日不能早于起日')).toBeVisible();
  await expect(form.getByText('请填写原因')).toBeVisible();
  await keep(page, '92-deputy-faulty');
  const today = await form.getByRole('textbox', { name: '起日' }).inputValue();
  await pick(page, '止日', today);
  await form.getByRole('textbox', { name: '原因' }).fill(`出差（${run}）`);
  await form.getByRole('button', { name: '设置', exact: true }).click();
  await expect(form).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: `出差（${run}）` });
  await expect(row).toContainText('代办中');
  await keep(page, '93-deputies');
  await row.getByRole('button', { name: '终止' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '终止' }).click();
  await expect(row).toContainText('已终止');
  await expect(row.getByRole('button', { name: '终止' })).toHaveCount(0);
});

/** Nothing of the page lies beyond the right edge of the window. */
async function expectToFit(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const beyond = () => document.documentElement.scrollWidth - window.innerWidth;
  expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
}

test('a leader approves on a phone', async ({ page }) => {
  await signInAs(page, '归集经办');
  const remittance = await posted(page);
  await asked(page, remittance);
  await signOut(page);
  await signInAs(page, '会计主管');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/approvals');
  await expect(rowOf(page, remittance)).toBeVisible();
  await expectToFit(page);
  await keep(page, '94-narrow-inbox');
  await rowOf(page, remittance).getByRole('link', { name: /^SP/ }).click();
  await expect(page.getByRole('table', { name: '审批环节' })).toBeVisible();
  await expectToFit(page);
  await keep(page, '95-narrow-request');
  await page.getByRole('button', { name: '通过' }).click();
  const box = page.getByRole('dialog', { name: '通过这件审批？' });
  await expect(box.getByRole('button', { name: '通过' })).toBeInViewport({ ratio: 1 });
  await expectToFit(page);
  await box.getByRole('button', { name: '通过' }).click();
  await expect(page.locator('.page-title')).toContainText('已办结');
});
