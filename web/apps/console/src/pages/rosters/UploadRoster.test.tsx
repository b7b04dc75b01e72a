import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../app/testing';
import { employerQuery } from '../employers/queries';
import { UploadRoster } from './UploadRoster';

const WHY = '该单位 2026-12 已有汇缴 HJ00000359（待到账），同一月份只能汇缴一次';
const refusal = {
  status: 409,
  code: 'remittance_exists',
  detail: WHY,
  see: { kind: 'remittance', id: '02', label: 'HJ00000359' },
};
const employer = {
  employer_id: '01',
  employer_no: '2000000017',
  name: '安居市住房和城乡建设局',
  next_month: '2026-12',
};

async function uploadAt(at: string, refused: typeof refusal | null): Promise<void> {
  await show(<UploadRoster />, {
    at,
    actions: ['remittance.read', 'roster.upload'],
    answers: [[employerQuery('01').queryKey, { ...employer, next_month_refused: refused }]],
  });
}

const month = () => screen.getByLabelText<HTMLInputElement>('汇缴年月').value;

test('the employer’s next month is offered', async () => {
  await uploadAt('/?employer_id=01', null);
  expect(month()).toBe('2026-12');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('why it can’t be uploaded is said before a file is looked for, with the way on', async () => {
  await uploadAt('/?employer_id=01', refusal);
  expect(month()).toBe('2026-12');
  expect(screen.getByRole('alert').textContent).toContain(WHY);
  const link = screen.getByRole('link', { name: '查看 HJ00000359' });
  expect(link.getAttribute('href')).toBe('/remittances/02');
});

test('of a month that a person has chosen it says nothing', async () => {
  await uploadAt('/?employer_id=01&month=2026-11', refusal);
  expect(month()).toBe('2026-11');
  expect(screen.queryByRole('alert')).toBeNull();
});
