import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Server, visit } from '../../app/testing';

const CERTIFICATE = {
  kind: 'contribution',
  kind_label: '住房公积金缴存证明',
  centre_name: '安居中心',
  issued_at: '2026-11-20T08:00:00Z',
  holder_masked: '马**',
  id_number_masked: '1101**********002X',
  facts: [{ label: '账户余额', value: '123,456.78 元' }],
  is_valid: true,
  void_reason: null,
};

const server: Server = {
  'POST /api/hall/certificates/verify': ({ body }) => {
    const { code } = body as { code: string };
    if (code === '007') return { body: CERTIFICATE };
    if (code === 'VOID') {
      return { body: { ...CERTIFICATE, is_valid: false, void_reason: '持有人申请作废' } };
    }
    return { status: 404, body: { code: 'certificate_unknown', detail: '没有这个核验码。' } };
  },
};

test('a code of the address is checked at once, as it is written there', async () => {
  const asked = await visit('/verify?code=007', server);
  expect(await screen.findByText('✓ 真实有效')).toBeTruthy();
  expect(screen.getByText('123,456.78 元')).toBeTruthy();
  expect(screen.getByText('2026-11-20 16:00')).toBeTruthy();
  expect(asked.get('POST /api/hall/certificates/verify')?.[0]?.body).toEqual({ code: '007' });
});

test('a code is typed on the first page and checked on its own', async () => {
  await visit('/', server);
  fireEvent.change(await screen.findByLabelText('核验码'), { target: { value: ' VOID ' } });
  fireEvent.click(screen.getByRole('button', { name: '核验' }));
  expect(await screen.findByText('✕ 已失效')).toBeTruthy();
  expect(screen.getByText(/持有人申请作废/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('核验码'), { target: { value: 'NONE' } });
  fireEvent.click(screen.getByRole('button', { name: '核验' }));
  expect(await screen.findByText('查不到这个核验码')).toBeTruthy();
});
