import { expect, test } from 'vitest';
import { lookAgainMs } from './queries';

test('what is not carried out at once is looked at less and less often, a minute apart at most', () => {
  expect([0, 1, 2, 3].map(lookAgainMs)).toEqual([1_500, 3_000, 6_000, 12_000]);
  expect([6, 100, 5_000].map(lookAgainMs)).toEqual([60_000, 60_000, 60_000]);
});
