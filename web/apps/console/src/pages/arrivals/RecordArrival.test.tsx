import { fen } from '@anju/api';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { draftOf } from '../../app/draft';
import { show } from '../../app/testing';
import { arrivalList, arrivalsOfSerialQuery } from './queries';
import { RecordArrival, Seen } from './RecordArrival';

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
