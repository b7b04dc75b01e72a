import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Server, session, visit } from '../../app/testing';

const PERSON = { name: '马建国', id_number: '11010519491231002X', mobile: '13812345678' };
const DEMO = {
  body: { centre_id: 1, name: '安居中心', hall_demo: { members: [PERSON], agents: [] } },
};
const MEMBER = {
  name: '马建国',
  id_number_masked: '1101**********002X',
  mobile_masked: '138****5678',
  employer_name: '青山机械厂',
  as_of: '2026-11-23',
  account: {
    account_no: '1000000001',
    status: 'normal',
    status_label: '正常',
    balance_fen: 12_345_678,
    carried_fen: 10_000_000,
    current_fen: 2_345_678,
    base_fen: 800_000,
    employer_rate: 80_000_000,
    member_rate: 80_000_000,
    employer_monthly_fen: 64_000,
    member_monthly_fen: 64_000,
    opened_on: '2015-03-02',
    paid_through: '2026-10',
  },
};

/** A server that lets in whoever has the code. */
function door(): Server {
  let isIn = false;
  return {
    'GET /api/centre': DEMO,
    'GET /api/hall/session': () =>
      isIn ? session('member', '马建国') : { status: 401, body: { code: 'not_signed_in' } },
    'POST /api/hall/member/codes': {
      status: 202,
      body: { resend_after_s: 60, demo_code: '204817' },
    },
    'POST /api/hall/member/session': ({ body }) => {
      isIn = (body as { code: string }).code === '204817';
      if (isIn) return { status: 201, body: { csrf_token: 'csrf' } };
      const detail = '验证码不对，请核对短信后再填。';
      return { status: 422, body: { code: 'code_wrong', detail, field: '/code' } };
    },
    'GET /api/hall/member': { body: MEMBER },
  };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

test('what is missing is said beside its field, and the first has the focus', async () => {
  const asked = await visit('/member/sign-in', door());
  fireEvent.click(await button('获取验证码'));
  expect(await screen.findByText('请填写证件号码')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
  expect(screen.getByLabelText('姓名').getAttribute('aria-invalid')).toBe('true');
  expect(asked.has('POST /api/hall/member/codes')).toBe(false);
});

test('a member of the demo signs in by a tap and the code shown, and sees its balance', async () => {
  const asked = await visit('/member', door());
  fireEvent.click(await button(/马建国/));
  fireEvent.click(await button('获取验证码'));
  expect(await screen.findByText('没有收到？60 秒后可以重新发送。')).toBeTruthy();
  const code = screen.getByLabelText('短信验证码');
  fireEvent.change(code, { target: { value: '111 111' } });
  fireEvent.click(await button('登录'));
  expect(await screen.findByText('验证码不对，请核对短信后再填。')).toBeTruthy();
  expect(document.activeElement).toBe(code);
  fireEvent.click(await button(/演示验证码/));
  fireEvent.click(await button('登录'));
  expect(await screen.findByRole('heading', { level: 1, name: '我的公积金' })).toBeTruthy();
  expect(screen.getByText('¥ 123,456.78')).toBeTruthy();
  expect(screen.getByText('上年结转 100,000.00 + 当年归集 23,456.78 = 123,456.78 元')).toBeTruthy();
  expect(screen.getAllByText(/8,000\.00 × 8% = 640\.00 元/)).toHaveLength(2);
  expect(asked.get('POST /api/hall/member/codes')?.[0]?.body).toEqual(PERSON);
  const tries = asked.get('POST /api/hall/member/session') ?? [];
  expect(tries.map(({ body }) => body)).toEqual([
    { ...PERSON, code: '111111' },
    { ...PERSON, code: '204817' },
  ]);
});

test('who signs out stands at the start, and nothing of the account is left', async () => {
  const asked = await visit('/member', {
    ...door(),
    'GET /api/hall/session': session('member', '马建国'),
    'DELETE /api/hall/session': { status: 204 },
  });
  fireEvent.click(await button('退出'));
  expect(await screen.findByRole('heading', { name: '住房公积金网上大厅' })).toBeTruthy();
  expect(screen.queryByText('¥ 123,456.78')).toBeNull();
  const [signOut] = asked.get('DELETE /api/hall/session') ?? [];
  expect(signOut?.headers.get('X-CSRF-Token')).toBe('csrf');
});

test("a member's session does not open the employers' hall", async () => {
  const asked = await visit('/employers', {
    ...door(),
    'GET /api/hall/session': session('member', '马建国'),
  });
  expect(await screen.findByRole('heading', { name: '单位登录' })).toBeTruthy();
  expect(asked.has('GET /api/hall/employers')).toBe(false);
});

test('a session that ended leads to the door, which says so', async () => {
  await visit('/member', {
    ...door(),
    'GET /api/hall/session': {
      body: { ...(session('member', '马建国').body as object), ends_at: '2020-01-01T00:00:00Z' },
    },
  });
  expect(await screen.findByText('登录已经结束，请重新登录。')).toBeTruthy();
});

test('a session in its last minutes says so', async () => {
  const soon = new Date(Date.now() + 90_000).toISOString();
  await visit('/member', {
    ...door(),
    'GET /api/hall/session': {
      body: { ...(session('member', '马建国').body as object), ends_at: soon },
    },
  });
  const notice = await screen.findByText(/这次登录的时间快到了/);
  expect(notice.textContent).toMatch(/还有 (90|8\d) 秒/);
  expect(screen.queryByRole('button', { name: '继续使用' })).toBeNull();
});
