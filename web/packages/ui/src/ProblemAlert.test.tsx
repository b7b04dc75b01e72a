import { Problem } from '@anju/api';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProblemAlert, SeeContext } from './ProblemAlert';

const refusal = new Problem(409, {
  code: 'remittance_exists',
  detail: '该单位 2026-10 已有汇缴 HJ00000359',
  see: { kind: 'remittance', id: '1', label: 'HJ00000359' },
});

test('a refusal leads to the thing that stands in the way', () => {
  const { getByRole } = render(
    <SeeContext value={({ kind, id, children }) => <a href={`/${kind}/${id}`}>{children}</a>}>
      <ProblemAlert error={refusal} />
    </SeeContext>,
  );
  const link = getByRole('link', { name: '查看 HJ00000359' });
  expect(link.getAttribute('href')).toBe('/remittance/1');
});

test('where nobody says where things live, the sentence stands alone', () => {
  const { queryByRole, container } = render(<ProblemAlert error={refusal} />);
  expect(queryByRole('link')).toBeNull();
  expect(container.textContent).toContain('已有汇缴 HJ00000359');
});
