import { screen } from '@testing-library/react';
import { App } from 'antd';
import { expect, test } from 'vitest';
import { PENDING, requestIn, useSaying } from './pending';
import { show } from './testing';

test('what waits for approval names its request, what is done names none', () => {
  expect(requestIn({ approval_id: '1' })).toBe('1');
  expect(requestIn({ voucher_ids: ['1'] })).toBeUndefined();
  expect(requestIn(undefined)).toBeUndefined();
});

function Said({ answer }: { answer: object | undefined }) {
  const say = useSaying();
  return (
    <button type="button" onClick={() => say(answer, '已冲销')}>
      办理
    </button>
  );
}

async function saidOf(answer: object | undefined, actions: 'approval.read'[]): Promise<void> {
  await show(
    <App>
      <Said answer={answer} />
    </App>,
    { actions },
  );
  screen.getByRole('button', { name: '办理' }).click();
}

test('never says done of what waits for approval, and leads to the request', async () => {
  await saidOf({ approval_id: '7' }, ['approval.read']);
  const way = await screen.findByRole('link', { name: '查看审批' });
  expect(way.getAttribute('href')).toBe('/approvals/7');
  expect(way.parentElement?.textContent).toContain(PENDING);
  expect(screen.queryByText('已冲销')).toBeNull();
});

test('who may not look at requests is told without a way', async () => {
  await saidOf({ approval_id: '7' }, []);
  expect(await screen.findByText(new RegExp(PENDING))).toBeDefined();
  expect(screen.queryByRole('link')).toBeNull();
});

test('says done of what is done', async () => {
  await saidOf({ voucher_ids: ['1'] }, ['approval.read']);
  expect(await screen.findByText('已冲销')).toBeDefined();
});
