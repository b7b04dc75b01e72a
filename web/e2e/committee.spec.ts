import { expect, type Locator, type Page, test } from '@playwright/test';
import { choose, fact, open, pick, signInAs } from './desk';
import { approve, get } from './over-the-wire';
import { keep } from './screenshot';

test.describe.configure({ timeout: 180_000 });

const run = Date.now() % 100_000;
const MEETING = `住房公积金管理委员会2026年第二次全体会议（${run}）`;
const CITED = `安公积金管〔2026〕${run}号`;
const MISTAKEN = `安公积金管〔2062〕${run}号`;
/** A parameter that the committee decides. */
const PARAMETER = 'fund.base_ceiling';
/** Far enough away that nothing else of the demo goes by it; another in each run. */
const FIRST_DAY = new Date(Date.UTC(2031, 0, 1 + (run % 3000))).toISOString().slice(0, 10);

type Words = { number: string; title: string; content: string };

/** Types a resolution on a matter of policy, carried by all who came but one, and records it. */
async function record(page: Page, { number, title, content }: Words): Promise<void> {
  await page.getByRole('button', { name: '登记决议' }).click();
  const form = page.getByRole('dialog', { name: '登记管委会决议' });
  await form.getByRole('textbox', { name: '决议文号' }).fill(number);
  await choose(form, '决议事项', '政策调整');
  await form.getByRole('textbox', { name: '决议名称' }).fill(title);
  await form.getByRole('textbox', { name: '决议内容' }).fill(content);
  await form.getByRole('spinbutton', { name: '同意' }).fill('20');
  await form.getByRole('spinbutton', { name: '弃权' }).fill('1');
  await keep(page, '97-resolution');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(form).toHaveCount(0);
  await expect(rowOf(page, number)).toContainText('20');
}

const rowOf = (page: Page, text: string): Locator =>
  page.getByRole('row').filter({ hasText: text });

/** Nothing of the page lies beyond the right edge of the window. */
async function keepNarrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await keep(page, name);
  const beyond = () => document.documentElement.scrollWidth - window.innerWidth;
  expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('what the committee resolved stands behind a change of policy', async ({ page }) => {
  await signInAs(page, '政策管理');

  await test.step('a meeting is recorded, its faults said beside the fields', async () => {
    await open(page, '管委会会议');
    await page.getByRole('button', { name: '登记会议' }).click();
    const form = page.getByRole('dialog', { name: '登记管委会会议' });
    await form.getByRole('textbox', { name: '会议名称' }).fill(MEETING);
    await form.getByRole('textbox', { name: '主持人' }).fill('周建国');
    await form.getByRole('spinbutton', { name: '应到委员' }).fill('25');
    await form.getByRole('spinbutton', { name: '实到委员' }).fill('21');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await expect(form.getByText('请填写会议日期')).toBeVisible();
    await keep(page, '96-meeting-faulty');
    await pick(form, '会议日期', '2026-06-30');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.locator('.page-title')).toContainText(MEETING);
    await expect(fact(page, '实到委员')).toHaveText('21 人');
    await expect(page.getByText('这次会议还没有登记决议。')).toBeVisible();
  });

  await test.step('two resolutions are recorded, one of them by mistake', async () => {
    await record(page, {
      number: CITED,
      title: '关于调整住房公积金缴存基数上限的决议',
      content: '自2031年起，住房公积金月缴存基数上限调整为25,000.00元。',
    });
    await record(page, {
      number: MISTAKEN,
      title: '关于调整缴存基数上限的决议',
      content: '文号年份有误。',
    });
    await keep(page, '98-meeting');
    await keepNarrow(page, '98-meeting-narrow');
  });

  await test.step('a parameter of the committee is changed citing the one', async () => {
    await page.goto(`/policy/${PARAMETER}`);
    await page.getByRole('button', { name: '登记新版本' }).click();
    const form = page.getByRole('dialog', { name: '缴存基数上限：登记新版本' });
    await form.getByRole('textbox', { name: '值' }).fill('25000');
    await pick(form, '生效日期', FIRST_DAY);
    await form.getByRole('textbox', { name: '文件名称' }).fill('关于调整缴存基数上限的通知');
    await form.getByRole('textbox', { name: '文号' }).fill(`安公积金〔2026〕${run}号`);
    await pick(form, '文件日期', '2026-07-01');
    await form.getByRole('textbox', { name: '变更原因' }).fill('年度调整');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await expect(form.getByText('请填写管委会决议')).toBeVisible();
    // Found on the server by a part of its number.
    await form.getByRole('combobox', { name: '管委会决议' }).fill(`〔2026〕${run}`);
    await choose(form, '管委会决议', CITED);
    await keep(page, '99-policy-form');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect(page.getByRole('status').first()).toContainText('由主任办理');
    await approve(page, '主任', PARAMETER);
    await page.reload();
    await expect(rowOf(page, FIRST_DAY)).toContainText(CITED);
  });

  await test.step('the resolution tells what rests on it, and cannot be voided', async () => {
    await rowOf(page, FIRST_DAY).getByRole('link', { name: CITED }).click();
    await expect(page.locator('.page-title')).toContainText('关于调整住房公积金缴存基数上限的决议');
    await expect(fact(page, '表决')).toHaveText('同意 20，反对 0，弃权 1');
    const cited = page.getByRole('link', { name: `缴存基数上限 自 ${FIRST_DAY} 起` });
    await expect(cited).toHaveAttribute('href', `/policy/${PARAMETER}`);
    await expect(page.getByRole('button', { name: '作废' })).toHaveCount(0);
    await keep(page, '100-resolution');
    await keepNarrow(page, '100-resolution-narrow');
  });

  await test.step('the mistaken one is voided with its reason, and stays', async () => {
    await open(page, '管委会决议');
    await keep(page, '101-resolutions');
    await rowOf(page, MISTAKEN).getByRole('link', { name: MISTAKEN }).click();
    await page.getByRole('button', { name: '作废' }).click();
    const box = page.getByRole('dialog', { name: `作废决议“${MISTAKEN}”？` });
    await box.getByRole('button', { name: '作废' }).click();
    await expect(box.getByText('请填写作废原因')).toBeVisible();
    await box.getByRole('textbox', { name: '作废原因' }).fill('文号年份登记有误');
    await keep(page, '102-void');
    await box.getByRole('button', { name: '作废' }).click();
    await expect(page.locator('.page-title')).toContainText('已作废');
    await expect(page.getByText('已作废：文号年份登记有误')).toBeVisible();
    await expect(page.getByRole('button', { name: '作废' })).toHaveCount(0);
    await keep(page, '103-voided');
    const citable = '/api/resolutions?citable=true&resolution_number.contains=';
    const { items } = await get<{ items: unknown[] }>(
      page,
      citable + encodeURIComponent(`〕${run}号`),
    );
    expect(items).toHaveLength(1);
  });

  await test.step('the lists fit a narrow screen', async () => {
    for (const [label, name] of [
      ['管委会会议', '104-meetings'],
      ['管委会决议', '105-resolutions'],
    ] as const) {
      await open(page, label);
      await expect(rowOf(page, String(run)).first()).toBeVisible();
      await keep(page, name);
      await keepNarrow(page, `${name}-narrow`);
    }
  });
});
