import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { keep } from './screenshot';

// A phone: that is where the halls are used.
test.use({ viewport: { width: 360, height: 740 } });

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' });

/** The page is there, and nothing of it lies beyond the right edge of the window. */
async function stands(page: Page, name: string | RegExp, picture?: string): Promise<void> {
  await expect(heading(page, name)).toBeVisible();
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(beyond, `${name} runs out of the window by so many pixels`).toBeLessThanOrEqual(0);
  if (picture) await keep(page, picture);
}

/** Asks for the code, takes the one that a demo shows, and goes in. */
async function enterWithDemoCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('button', { name: /演示验证码/ }).click();
  await expect(page.getByLabel('短信验证码')).toHaveValue(/^\d{4,8}$/);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('the first page has both doors, and an address without its slash leads there', async ({
  page,
}) => {
  await page.goto('/hall');
  await expect(page).toHaveURL(/\/hall\/$/);
  await stands(page, '住房公积金网上大厅', '80-hall-start');
  await expect(page.getByRole('link', { name: '12329' }).first()).toHaveAttribute(
    'href',
    'tel:12329',
  );
  await page.getByRole('link', { name: '凭邀请码开通' }).click();
  await stands(page, '开通单位网厅');
  await page.goto('/hall/nowhere/at/all');
  await expect(page.getByText('没有这个页面。')).toBeVisible();
});

test('a member sees its money explained, issues a certificate, and anybody can check it', async ({
  page,
}) => {
  await page.goto('/hall/');
  await page.getByRole('link', { name: /^个人/ }).click();
  await stands(page, '个人登录', '81-hall-member-door');
  await page
    .getByRole('button', { name: /1\d{10}/ })
    .first()
    .click();
  await enterWithDemoCode(page);
  await stands(page, '我的公积金', '82-hall-member-home');
  await page.getByText('账户余额').click();
  await expect(page.getByText(/上年结转 [\d,.]+ \+ 当年归集 [\d,.]+ = [\d,.]+ 元/)).toBeVisible();

  const ways = page.getByRole('navigation', { name: '个人网厅' });
  await ways.getByRole('link', { name: '明细' }).click();
  await stands(page, '账户明细', '83-hall-entries');
  await page.getByRole('list', { name: '账户明细' }).locator('summary').first().click();
  await expect(page.getByText(/^之前余额/).first()).toBeVisible();
  await ways.getByRole('link', { name: '年度' }).click();
  await expect(page.locator('canvas')).toBeVisible();
  await stands(page, '历年缴存', '84-hall-years');

  await ways.getByRole('link', { name: '证明' }).click();
  await stands(page, '证明和回单');
  await page.getByRole('button', { name: '开具缴存证明' }).click();
  const pdf = page.getByRole('link', { name: '打开缴存证明 PDF' });
  await expect(pdf).toBeVisible();
  await keep(page, '85-hall-certificate');
  const answer = await page.request.get((await pdf.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const code = (await page.locator('.note .code-small').textContent()) ?? '';

  await page.getByRole('button', { name: '退出' }).click();
  await stands(page, '住房公积金网上大厅');
  await page.getByLabel('核验码').fill(code);
  await page.getByRole('button', { name: '核验' }).click();
  await expect(page.getByText('✓ 真实有效')).toBeVisible();
  await stands(page, '核验证明和回单', '86-hall-verified');
  await page.goto('/hall/member');
  await stands(page, '个人登录');
});

test("an agent uploads the employer's list and is told what to pay under which code", async ({
  page,
}) => {
  await page.goto('/hall/');
  await page.getByRole('link', { name: /^单位/ }).click();
  await stands(page, '单位登录', '87-hall-agent-door');
  await page
    .getByRole('button', { name: /1\d{10}/ })
    .first()
    .click();
  await enterWithDemoCode(page);
  await openEmployer(page);
  await keep(page, '88-hall-employer');

  const upload = page.getByRole('link', { name: /^上传 \d{4}-\d{2} 清册$/ });
  await upload.click();
  await stands(page, /^上传 \d{4}-\d{2} 清册$/, '89-hall-upload');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载在缴职工清册' }).click();
  const file = await (await saved).path();
  await page.getByLabel('清册文件').setInputFiles({
    name: '清册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await readFile(file),
  });
  await page.getByRole('button', { name: /^上传/ }).click();
  await stands(page, /清册$/, '90-hall-roster');
  await page.getByRole('button', { name: '确认清册' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /确认/ }).click();
  await stands(page, /汇缴$/, '91-hall-remittance');
  await expect(page.getByLabel('缴款码', { exact: true })).toHaveText(/^[0-9A-Z-]{6,}$/);
  await expect(page.getByText(/^人民币.+(元|角|分|整)$/)).toBeVisible();
  await expect(page.getByText('账号')).toBeVisible();
  await page
    .getByRole('navigation', { name: '单位网厅' })
    .getByRole('link', { name: '清册' })
    .click();
  await stands(page, '清册');
  await expect(page.getByText('已确认').first()).toBeVisible();
});

/** The page of the agent's employer; the first of them for who acts for several. */
async function openEmployer(page: Page): Promise<void> {
  const todo = page.getByRole('heading', { name: '接下来做什么' });
  const several = page.getByRole('list', { name: '我的单位' });
  await expect(todo.or(several)).toBeVisible();
  if (await several.isVisible()) await several.getByRole('link').first().click();
  await expect(todo).toBeVisible();
}
