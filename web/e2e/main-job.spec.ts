import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { choose, fact, open, pick, signInAs, signOut } from './desk';
import { creditCode, idNumber, mistyped, mobile } from './made-up';
import { keep } from './screenshot';
import { workbook } from './workbook';

const employer = `青山机械厂（${Date.now() % 100_000}）`;
const people = [
  { name: '马建国', idNumber: idNumber(), base: 8000 },
  { name: '孔令仪', idNumber: idNumber(), base: 9500 },
  { name: '欧阳春', idNumber: idNumber(), base: 12_345.6 },
];
/** Both sides at 8 %, each rounded to the yuan: 640 + 640, 760 + 760, 988 + 988. */
const EXPECTED = '4,776.00';

/** The employer's own list: its own order and names of columns, one that nobody asked for. */
function roster(slip: boolean): Buffer {
  const rows = people.map(({ name, idNumber: number, base }, index) => [
    index + 1,
    '装配车间',
    slip && index === 1 ? mistyped(number) : number,
    name,
    base,
  ]);
  return workbook([['序号', '部门', '身份证号', '姓名', '公积金基数'], ...rows]);
}

test("from an employer's list to posted accounts and balanced books", async ({ page }) => {
  test.setTimeout(180_000);
  let code = '';
  await test.step('the clerk registers an employer', async () => {
    await signInAs(page, '归集经办');
    await keep(page, '01-home');
    await open(page, '缴存单位');
    await keep(page, '02-employers');
    await registerEmployer(page);
    await keep(page, '04-employer');
  });
  await test.step('a faulty list is shown row by row and changes nothing', async () => {
    await page.getByRole('link', { name: '上传清册' }).click();
    await takeTemplate(page);
    await send(page, '九月清册.xlsx', roster(true));
    await expect(fact(page, '有误')).toHaveText('1');
    const faulty = page.getByRole('row').filter({ hasText: '证件号码：' });
    await expect(faulty).toHaveCount(1);
    await expect(faulty).toContainText(/[一-龥]{4}/);
    await expect(page.getByRole('button', { name: '确认清册' })).toHaveCount(0);
    await keep(page, '05-roster-faulty');
  });
  await test.step('the corrected list is confirmed and gives a payment code', async () => {
    await page.getByRole('link', { name: '上传改好的清册' }).click();
    await send(page, '九月清册（改）.xlsx', roster(false));
    await expect(fact(page, '有误')).toHaveText('0');
    await expect(fact(page, '合计（元）')).toHaveText(EXPECTED);
    await keep(page, '06-roster-clean');
    await page.getByRole('button', { name: '确认清册' }).click();
    await expect(page.getByLabel('应缴')).toContainText(EXPECTED);
    code = (await page.locator('.payment-code').textContent()) ?? '';
    expect(code).toMatch(/^[0-9A-Z-]{6,}$/);
    await keep(page, '07-remittance');
    await page.getByRole('tab', { name: '核定依据' }).click();
    await keep(page, '08-rules');
    await signOut(page);
  });
  await test.step('the accountant records the arrival and it is posted at once', async () => {
    await signInAs(page, '会计');
    await open(page, '到账');
    await recordArrival(page, code);
    await expect(page.getByRole('status')).toContainText('已入账 3 人');
    await keep(page, '09-arrival');
  });
  await test.step("the member's account shows the entry, the entry its voucher", async () => {
    await page.getByRole('link', { name: '查看汇缴' }).click();
    await expect(page.locator('.page-title')).toContainText('已入账');
    await page.getByRole('table').getByRole('link').first().click();
    await expect(fact(page, '账户余额')).toHaveText('1,280.00');
    const entries = page.getByRole('tabpanel').getByRole('row');
    const entry = entries.filter({ hasText: '汇缴' });
    await expect(entry).toContainText('1,280.00');
    await keep(page, '10-account');
    await entry.getByRole('link', { name: '记-' }).click();
    const paper = page.getByRole('article', { name: '记账凭证' });
    await expect(paper).toContainText('肆仟柒佰柒拾陆元整');
    await expect(paper.getByRole('row').filter({ hasText: '201' })).toContainText(EXPECTED);
    await keep(page, '11-voucher');
  });
  await test.step('the day is closed and the books balance', async () => {
    await open(page, '营业日');
    const date = (await fact(page, '当前会计日期').textContent()) ?? '';
    await page.getByRole('button', { name: '日终' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '日终' }).click();
    await expect(page.getByRole('status')).toContainText(`${date} 已日终`);
    await keep(page, '12-day-closed');
    await page.getByRole('link', { name: '查看科目余额表' }).click();
    await expect(page.getByRole('status')).toContainText('借贷平衡');
    await keep(page, '13-balances');
  });
});

async function registerEmployer(page: Page): Promise<void> {
  const date = await page.getByRole('banner').locator('dd').last().textContent();
  const month = date?.slice(0, 7) ?? '';
  await page.getByRole('link', { name: '单位登记' }).click();
  await page.getByRole('textbox', { name: '单位名称' }).fill(employer);
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill(creditCode());
  await pick(page, '单位设立日期', '2015-06-18');
  await page.getByRole('textbox', { name: '单位地址' }).fill('青山路 18 号');
  const form = page.locator('form').filter({ hasText: '单位名称' });
  await choose(form, '隶属关系');
  await choose(form, '经济类型');
  await choose(form, '所属行业');
  await choose(form, '受托银行');
  await page.getByRole('textbox', { name: '单位缴存比例' }).fill('8');
  await page.getByRole('textbox', { name: '个人缴存比例' }).fill('8');
  await pick(page, '起缴年月', month);
  await page.getByRole('spinbutton', { name: '发薪日' }).fill('10');
  const [legalPerson, agent] = ['法定代表人', '单位经办人'].map((title) =>
    page.locator('.panel').filter({ has: page.getByRole('heading', { name: title }) }),
  );
  await legalPerson?.getByRole('textbox', { name: '姓名' }).fill('宋长河');
  await legalPerson?.getByRole('textbox', { name: '证件号码' }).fill(idNumber());
  await agent?.getByRole('textbox', { name: '姓名' }).fill('梁小满');
  await agent?.getByRole('textbox', { name: '证件号码' }).fill(idNumber());
  await agent?.getByRole('textbox', { name: '手机号码' }).fill(mobile());
  await keep(page, '03-register');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: employer })).toBeVisible();
}

async function takeTemplate(page: Page): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载清册模板' }).click();
  const template = await download;
  expect(template.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = await readFile(await template.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
}

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await expect(page.getByRole('textbox', { name: '汇缴年月' })).toHaveValue(/^\d{4}-\d{2}$/);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('#roster-file').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('button', { name: '上传并预览' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('清册');
  await expect(page).toHaveURL(/\/rosters\/(?!new)/);
}

async function recordArrival(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: '录入到账' }).click();
  const form = page.getByRole('dialog', { name: '录入到账' });
  await choose(form, '收款账户');
  await form.getByRole('textbox', { name: '银行流水号' }).fill(`E2E${Date.now()}`);
  await form.getByRole('textbox', { name: '金额' }).fill(EXPECTED);
  await form.getByRole('textbox', { name: '付款人名称' }).fill(employer);
  await form.getByRole('textbox', { name: '付款人账号' }).fill('5100123400005678');
  await form.getByRole('textbox', { name: '附言' }).fill('公积金');
  await form.getByRole('textbox', { name: '缴款码' }).fill(code);
  await form.getByRole('button', { name: '录入', exact: true }).click();
}
