import { addDays, dateInBeijing } from '@anju/ui';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DueOn } from './DueOn';

test('a day that is over says by how much, in the warning colour', () => {
  const day = addDays(dateInBeijing(new Date()), -3);
  const { container } = render(<DueOn due_on={day} overdue />);
  expect(container.querySelector('.due')?.textContent).toBe(`${day} 逾期 3 天`);
});

test('a day that is not over is a day, also when what was due has ended since', () => {
  const { container } = render(<DueOn due_on="2020-01-01" overdue={false} />);
  expect(container.innerHTML).toBe('2020-01-01');
});
