import { api, type Roster } from '@anju/api';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../app/testing';
import { rosterQuery } from '../rosters/queries';
import { Stays } from './Undo';

const unchanged = {
  new_accounts: 0,
  changed_bases: 0,
  unsealed_accounts: 0,
  transferred_accounts: 0,
};

/** What is said beside taking back a remittance whose roster changed so many accounts. */
async function saidOf(changes: Partial<Roster>): Promise<string | null> {
  await show(
    <div data-testid="said">
      <Stays rosterId="01" />
    </div>,
    {
      actions: ['roster.read'],
      answers: [[rosterQuery('01').queryKey, { ...unchanged, ...changes }]],
    },
  );
  return screen.getByTestId('said').textContent;
}

test('bases are put right by the next roster', async () => {
  expect(await saidOf({ changed_bases: 1025 })).toBe(
    '清册所作的变更（调整基数 1,025 人）仍然有效。基数有误的，在重新上传的清册中更正。',
  );
});

test('who contributes here wrongly is sealed: no roster does that', async () => {
  expect(await saidOf({ unsealed_accounts: 1, transferred_accounts: 2 })).toBe(
    '清册所作的变更（启封 1 人、转入 2 人）仍然有效。误启封、误转入的，办理封存。',
  );
});

test('each change has its remedy', async () => {
  expect(await saidOf({ new_accounts: 3, changed_bases: 1 })).toBe(
    '清册所作的变更（新开户 3 人、调整基数 1 人）仍然有效。基数有误的，在重新上传的清册中更正；误开户的，办理封存。',
  );
});

test('nothing is said of a roster that changed nothing', async () => {
  expect(await saidOf({})).toBe('');
});

test('who may not read rosters asks for none', async () => {
  const asked = vi.spyOn(api, 'GET').mockRejectedValue(new Error('unanswered'));
  await show(<Stays rosterId="01" />);
  expect(asked).not.toHaveBeenCalled();
  await show(<Stays rosterId="01" />, { actions: ['roster.read'] });
  expect(asked).toHaveBeenCalledOnce();
  asked.mockRestore();
});
