import { fen } from '@anju/api';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { draftOf } from '../../app/draft';
import { show } from '../../app/testing';
import { arrivalList, arrivalsOfSerialQuery, remittanceOfCodeQuery } from './queries';
import { Coded, RecordArrival, Seen } from './RecordArrival';

const known = {
  items: [
    {
      arrival_id: '01a2',
      serial: 'DZ00000294',
      payer_name: '安居市西城区第一中学',
      amount_fen: fen(4_678_800),
    },
  ],
  count: { value: 1, exact: true },
};
const answers = [[arrivalsOfSerialQuery('20261117').queryKey, known]] as const;

test('a serial recorded already, at whichever account, leads to the arrival that has it', async () => {
  await show(<Seen serial="20261117" />, { actions: ['arrival.read'], answers });
  const words = screen.getByRole('status').textContent;
  expect(words).toContain('已经录入过');
  expect(words).toContain('DZ00000294 安居市西城区第一中学 46,788.00 元');
  const link = screen.getByRole('link', { name: 'DZ00000294' });
  expect(link.getAttribute('href')).toBe('/arrivals?arrival_id=01a2');
});

test('who may not read arrivals asks for none', async () => {
  const asked = vi.spyOn(arrivalList, 'page');
  await show(<Seen serial="20261117" />, { actions: ['arrival.record'], answers });
  await show(<Seen serial="20261118" />, { actions: ['arrival.record'] });
  expect(screen.queryByRole('status')).toBeNull();
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('the serial of a draft is asked for too', async () => {
  const draft = draftOf('record-arrival');
  draft.keep({ bank_serial: ' 20261117 ' });
  await show(<RecordArrival close={() => undefined} />, {
    actions: ['arrival.read', 'arrival.record'],
    answers,
  });
  expect(screen.getByRole('link', { name: 'DZ00000294' })).toBeTruthy();
  draft.drop();
});

const CODE = '1000000064';
const october = {
  employer_name: '安居市西城区第一中学',
  month: '2026-10',
  expected_fen: fen(4_678_800),
  status: 'assessed',
};

test.each([
  [october, '安居市西城区第一中学 2026-10 汇缴，应缴 46,788.00 元，待到账'],
  [{ ...october, status: 'posted' }, '已入账'],
  [null, `没有缴款码为 ${CODE} 的汇缴`],
])('a payment code says whose it is before anything is recorded', async (found, words) => {
  const codes = [[remittanceOfCodeQuery(CODE).queryKey, found]] as const;
  await show(<Coded code={CODE} />, { actions: ['remittance.read'], answers: codes });
  expect(screen.getByRole('note').textContent).toContain(words);
});

test('a mistyped payment code is said beside it as soon as it is long enough', async () => {
  await show(<RecordArrival close={() => undefined} />, { actions: ['arrival.record'] });
  const field = screen.getByLabelText('缴款码');
  fireEvent.change(field, { target: { value: '100000006' } });
  expect(screen.queryByText(/校验位相符/)).toBeNull();
  fireEvent.change(field, { target: { value: '1000000065' } });
  expect(await screen.findByText(/校验位相符/)).toBeTruthy();
});
