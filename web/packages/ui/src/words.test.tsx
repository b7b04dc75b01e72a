import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MaskedId, maskId } from './MaskedId';
import { StatusTag, type StatusWords } from './StatusTag';

test('an ID number shows its first and last four places', () => {
  expect(maskId('512012199001011234')).toBe('5120**********1234');
  expect(maskId('5120**********1234')).toBe('5120**********1234');
  expect(maskId('12345678')).toBe('12345678');
  const { container } = render(<MaskedId value="512012199001011234" />);
  expect(container.innerHTML).not.toContain('1990');
});

test('a status shows the word of the trade in its tone', () => {
  const words: StatusWords<'posted' | 'suspense'> = {
    posted: { label: '已入账', tone: 'done' },
    suspense: { label: '暂收', tone: 'due' },
  };
  const { container } = render(<StatusTag status="suspense" words={words} />);
  expect(container.textContent).toBe('暂收');
  expect(container.querySelector('.status--due')).not.toBeNull();
});
