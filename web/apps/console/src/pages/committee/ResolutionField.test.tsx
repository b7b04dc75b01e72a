import type { Resolution } from '@anju/api';
import { screen } from '@testing-library/react';
import { Form } from 'antd';
import { expect, test } from 'vitest';
import { show } from '../../app/testing';
import { citableForPolicyQuery, resolutionQuery } from './queries';
import { ResolutionField } from './ResolutionField';

const stands = {
  resolution_id: '01r1',
  number: '安公积金管〔2026〕2号',
  title: '关于调整缴存基数上限的决议',
  held_on: '2026-06-30',
  matter: 'policy',
  adopted: true,
} as Resolution;

const draw = (kept: Resolution, offered: Resolution[] = []) =>
  show(
    <Form initialValues={{ resolution_id: kept.resolution_id }}>
      <ResolutionField required />
    </Form>,
    {
      answers: [
        [citableForPolicyQuery('').queryKey, offered],
        [resolutionQuery(kept.resolution_id).queryKey, kept],
      ],
    },
  );

test('a kept choice is shown by its number and name, though it is none of the latest', async () => {
  await draw(stands);
  expect(screen.getByText(/^安公积金管〔2026〕2号 关于调整/)).toBeTruthy();
});

test.each([
  ['voided', { voided_at: '2026-07-01T00:00:00Z' }],
  ['rejected', { adopted: false }],
  ['about something else', { matter: 'plan' as const }],
])('a kept choice that is %s is dropped, and no id is shown', async (_what, change) => {
  await draw({ ...stands, ...change });
  expect(document.body.textContent).not.toContain('01r1');
  expect(document.body.textContent).not.toContain('安公积金管');
  expect(screen.getByText('决议文号或名称的一部分')).toBeTruthy();
});
