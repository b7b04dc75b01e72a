import { createHmac } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { open, signInAs, signOut } from './desk';
import { keep } from './screenshot';

const PASSWORD = 'x7-自己的密码-长';

/** What an authenticator app shows so many steps from now (RFC 6238). */
function codeOf(secret: string, steps = 0): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash[19] ?? 0) & 0x0f;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '用户名' }).fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

async function hire(page: Page, name: string): Promise<string> {
  await signInAs(page, '系统管理员');
  await open(page, '工作人员');
  await page.getByRole('button', { name: '新增工作人员' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('孙悦');
  await drawer.getByLabel('登录名').fill(name);
  await drawer.getByRole('button', { name: /^新\s*增$/ }).click();
  const initial = (await drawer.locator('code').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await signOut(page);
  return initial.trim();
}

test('who is hired changes the password, waits for a role, and binds a second factor', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const name = `sun${Date.now()}`;
  const initial = await hire(page, name);

  await signIn(page, name, initial);
  await expect(page).toHaveURL(/\/enter/);
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible();
  await keep(page, '80-password-change');
  // Nothing else opens before it is done.
  await page.goto('/staff');
  await expect(page).toHaveURL(/\/enter/);
  await page.getByLabel('原密码').fill(initial);
  await page.getByLabel('新密码', { exact: true }).fill('Password-2026');
  await page.getByLabel('再输入一次新密码').fill('Password-2026');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('这个密码太常见').first()).toBeVisible();
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输入一次新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page).toHaveURL((url) => !url.pathname.startsWith('/enter'));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('尚未分配角色');
  await keep(page, '81-no-role');

  await page.getByRole('banner').getByRole('link', { name: '孙悦' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的账户');
  await page.getByLabel('登录密码').fill(PASSWORD);
  await page.getByRole('button', { name: '开始绑定' }).click();
  const shown = await page.locator('.own-secret').textContent();
  const secret = (shown ?? '').replaceAll(/[^A-Z2-7]/g, '');
  await keep(page, '82-second-factor');
  await page.getByLabel('应用显示的六位数字').fill(codeOf(secret));
  await page.getByRole('button', { name: '确认绑定' }).click();
  await expect(page.getByRole('list', { name: '恢复码' }).getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: '已保管好，继续' }).click();
  await expect(page.getByText('恢复码还剩 10 个')).toBeVisible();
  await page.getByRole('button', { name: '更换恢复码' }).click();
  await page.getByLabel('应用显示的六位数字').fill('000000');
  await page.getByRole('button', { name: /^更\s*换$/ }).click();
  await expect(page.locator('.problem')).toContainText('动态口令不正确');
  await signOut(page);

  await signIn(page, name, PASSWORD);
  await page.getByLabel('动态口令或恢复码').fill('000000');
  await page.getByRole('button', { name: /确\s*定$/ }).click();
  await expect(page.locator('.problem')).toContainText('动态口令不正确');
  // The code that bound it is used up; the next one is good already.
  await page.getByLabel('动态口令或恢复码').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: /确\s*定$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('尚未分配角色');
  await signOut(page);

  await signInAs(page, '安全管理员');
  await page.goto(`/staff?sign_in_name.contains=${name}`);
  await page.getByRole('table', { name: '工作人员' }).getByRole('link', { name: '孙悦' }).click();
  await expect(page.getByRole('heading', { name: '登录情况' })).toBeVisible();
  await keep(page, '83-staff-sign-ins');
  await page.getByRole('button', { name: '重置动态口令' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重置动态口令' }).click();
  await expect(page.getByText('未绑定')).toBeVisible();
});
