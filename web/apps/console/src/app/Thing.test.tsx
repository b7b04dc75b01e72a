import type { PolicyItem } from '@anju/api';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { policyQuery } from '../pages/policy/queries';
import { Thing } from './Thing';
import { show } from './testing';

const item = {
  key: 'contribution.rate_floor',
  history: [{ policy_version_id: '01v1' }],
} as PolicyItem;
const before = {
  actions: ['meeting.read', 'resolution.read', 'policy.read'],
  answers: [[policyQuery.queryKey, { items: [item] }]],
} as const;

test.each([
  ['meeting', '01m1', '/meetings/01m1'],
  ['resolution', '01r1', '/resolutions/01r1'],
  ['policy_version', '01v1', '/policy/contribution.rate_floor'],
  ['policy_version', '01v2', '/policy'],
])('%s %s leads to %s', async (kind, id, href) => {
  await show(<Thing kind={kind} id={id} />, before);
  expect(screen.getByRole('link', { name: id }).getAttribute('href')).toBe(href);
});

test('what has no page is its words alone', async () => {
  await show(<Thing kind="centre" id="安居市" />, before);
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByText('安居市')).toBeTruthy();
});
