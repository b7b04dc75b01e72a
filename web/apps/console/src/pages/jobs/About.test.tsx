import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../app/testing';
import { About } from './About';

const ID = '019ab7c2-1c00-7000-8000-000000000001';

test('a request is known by its serial, and leads to it', async () => {
  const job = { subject: ID, subject_kind: 'approval', subject_name: 'SP00000001' };
  await show(<About job={job} />, { actions: ['approval.read'] });
  const way = screen.getByRole('link', { name: 'SP00000001' });
  expect(way.getAttribute('href')).toBe(`/approvals/${ID}`);
  expect(document.body.textContent).not.toContain(ID);
});

test('a job about the whole centre says so', async () => {
  await show(<About job={{ subject: '', subject_kind: 'centre', subject_name: null }} />);
  expect(document.body.textContent).toContain('全中心');
});
