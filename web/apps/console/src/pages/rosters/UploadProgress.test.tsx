import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Stage, UploadProgress } from './UploadProgress';

function wordsAt(stage: Stage): string {
  const { container } = render(<UploadProgress stage={stage} />);
  return container.textContent ?? '';
}

test('a file on its way says how much of it has gone', () => {
  expect(wordsAt({ kind: 'sending', part: 0.45 })).toContain('45%');
  expect(wordsAt({ kind: 'sending', part: 1 })).toContain('正在打开文件');
});

test('a file being read says how many rows and how long', () => {
  const words = wordsAt({
    kind: 'reading',
    rows: 100_000,
    rows_expected: 400_000,
    elapsedMs: 4000,
  });
  expect(words).toContain('25%');
  expect(words).toContain('已核对 100,000 行，共约 400,000 行，约剩 12 秒');
  const long = { rows: 5000, rows_expected: 400_000, elapsedMs: 1000 };
  expect(wordsAt({ kind: 'reading', ...long })).toContain('约剩 2 分钟');
});

test('it isn’t done before the server says so, and is announced', () => {
  expect(wordsAt({ kind: 'reading', rows: 9, rows_expected: 9, elapsedMs: 10 })).toContain('99%');
  expect(screen.getAllByRole('status').length).toBeGreaterThan(0);
});
