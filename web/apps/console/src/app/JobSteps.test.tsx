import type { Job, JobStep } from '@anju/api';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { JobSteps } from './JobSteps';

const BEGUN = '2026-11-02T01:00:00.000000Z';

const step = (label: string, more: Partial<JobStep> = {}): JobStep => ({
  label,
  done: 0,
  total: 0,
  told: null,
  begun_at: null,
  ended_at: null,
  ...more,
});

function words(status: Job['status'], steps: JobStep[]): string {
  const job = { status, steps } as Job;
  const now = Date.parse(BEGUN) + 10_000;
  const { container } = render(<JobSteps job={job} now={now} />);
  return container.textContent ?? '';
}

test('what is done says what came of it, what is being done how far it is', () => {
  const shown = words('running', [
    step('编号', { begun_at: BEGUN, ended_at: BEGUN, told: '编号凭证 12 张' }),
    step('封存', { begun_at: BEGUN, done: 2500, total: 10_000 }),
    step('结账'),
  ]);
  expect(shown).toContain('编号凭证 12 张');
  expect(shown).toContain('25%');
  expect(shown).toContain('已处理 2,500，共 10,000，约剩 30 秒');
  expect(screen.getByText('结账')).toBeTruthy();
});

test('a step of unknown length says how much it has done, and a dead job where it died', () => {
  const { container } = render(
    <JobSteps
      job={{ status: 'dead', steps: [step('封存', { begun_at: BEGUN, done: 7 })] } as Job}
    />,
  );
  expect(container.textContent).toContain('已处理 7');
  expect(container.querySelector('.ant-steps-item-error')).not.toBeNull();
});
