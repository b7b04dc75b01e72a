import { expect, test } from '@playwright/test';
import { open, signInAs, signOut } from './desk';
import { register } from './employers';
import { mobile } from './made-up';
import { approve } from './over-the-wire';
import { keep } from './screenshot';

// The work of two people, one after another.
test.describe.configure({ timeout: 120_000 });

const run = Date.now() % 100_000;

test('a clerk asks for another name, a reviewer approves it, and the page shows it', async ({
  page,
}) => {
  const former = `松岭纸业（${run}）`;
  const renamed = `松岭文化纸业（${run}）`;
  await signInAs(page, '归集经办');
  const { id } = await register(page, former);

  await test.step('the clerk sees old and new side by side before sending', async () => {
    await page.goto(`/employers/${id}`);
    await page.getByRole('link', { name: '变更单位信息' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('单位信息变更');
    const send = page.getByRole('button', { name: '提交变更' });
    await expect(send).toBeDisabled();
    await page.getByRole('textbox', { name: '单位名称' }).fill(renamed);
    const number = mobile();
    await page.getByRole('textbox', { name: '手机号码' }).fill(number);
    const rows = page.getByRole('table', { name: '变更对照' }).getByRole('row');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(`单位名称${former}${renamed}`);
    await expect(rows.nth(2)).toContainText(number);
    // Without its basis nothing is sent.
    await send.click();
    await expect(page.getByText('请填写变更依据')).toBeVisible();
    await page.getByRole('textbox', { name: '变更依据' }).fill('营业执照变更登记');
    await keep(page, '90-employer-change');
    await send.click();
    await expect(page.getByText('已提交审批')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(former);
    await expect(page.getByRole('status').first()).toContainText('由归集复核办理');
    await keep(page, '91-employer-change-asked');
    await signOut(page);
  });

  await test.step('the reviewer reads what differs and approves', async () => {
    await signInAs(page, '归集复核');
    await open(page, '审批');
    const row = page
      .getByRole('table', { name: '审批', exact: true })
      .getByRole('row')
      .filter({ hasText: former });
    await row.getByRole('link', { name: /^SP/ }).click();
    await expect(page.locator('.said')).toContainText(`单位名称由“${former}”改为“${renamed}”`);
    await page.getByRole('button', { name: '通过' }).click();
    const box = page.getByRole('dialog', { name: '通过这件审批？' });
    await box.getByRole('button', { name: '通过' }).click();
    await expect(page.locator('.page-title')).toContainText('已办结');
    await page.getByRole('link', { name: '缴存单位详情' }).click();
  });

  await test.step('the page shows the new name, and keeps the former', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(renamed);
    await page.getByRole('tab', { name: '变更记录' }).click();
    const changes = page.getByRole('table', { name: '变更记录' }).getByRole('row');
    await expect(changes.filter({ hasText: '单位名称' })).toContainText(former);
    await expect(changes.filter({ hasText: '经办人手机号码' })).toContainText('****');
    const life = page.getByRole('table', { name: '时间线' });
    await expect(life).toContainText('变更单位名称、经办人手机号码（营业执照变更登记）');
    await keep(page, '92-employer-changed');
  });
});

test('rights are given once the director approves them', async ({ page }) => {
  await signInAs(page, '安全管理员');
  await open(page, '工作人员');
  await page.getByRole('link', { name: '吴晓梅' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('吴晓梅');
  const id = page.url().split('/').at(-1) ?? '';
  const assign = async (change: () => Promise<void>) => {
    await page.getByRole('button', { name: '调整岗位和角色' }).click();
    const box = page.getByRole('dialog', { name: '调整吴晓梅的岗位和角色' });
    await change();
    await box.getByRole('button', { name: /^调\s*整$/ }).click();
    await expect(page.getByText('已提交审批')).toBeVisible();
    await expect(page.getByRole('status').first()).toContainText('由主任办理');
  };
  const roles = page.getByRole('dialog').getByRole('combobox', { name: '角色' });
  const choose = (role: string) => async () => {
    await roles.fill(role);
    await roles.press('Enter');
    await roles.press('Escape');
  };

  await assign(choose('会计主管'));
  await keep(page, '93-rights-asked');
  await expect(page.locator('.plain')).not.toContainText('会计主管');
  await approve(page, '主任', id);
  await page.reload();
  await expect(page.locator('.plain')).toContainText('会计主管');

  // And back to what the demo has.
  await assign(choose('会计主管'));
  await approve(page, '主任', id);
  await page.reload();
  await expect(page.locator('.plain')).not.toContainText('会计主管');
});
