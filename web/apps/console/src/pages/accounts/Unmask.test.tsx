import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../../app/testing';
import { unmask } from './queries';
import { Unmask } from './Unmask';

vi.mock('./queries', () => ({ unmask: vi.fn() }));

const whole = {
  name: '欧阳子涵',
  id_kind: '01',
  id_number: '519900198808080014',
  mobile: '19912345678',
};
const codes = {
  id_kind: [{ code: '01', label: '身份证' }],
  unmask_purpose: [{ code: 'contact', label: '联系缴存人' }],
};

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
});

const drawn = () =>
  show(<Unmask no="1000000001" />, {
    actions: ['member.unmask'],
    answers: [[['codes'], codes]],
  });

async function asked(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: '查看完整信息' }));
  fireEvent.mouseDown(screen.getByRole('combobox'));
  fireEvent.click(await screen.findByTitle('联系缴存人'));
  fireEvent.change(screen.getByLabelText('原因'), { target: { value: '电话核对地址' } });
  fireEvent.click(screen.getByRole('button', { name: /查\s*看$/ }));
}

test('who may not see it whole isn’t offered to', async () => {
  await show(<Unmask no="1000000001" />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('without a purpose and a reason nothing is asked', async () => {
  await drawn();
  fireEvent.click(screen.getByRole('button', { name: '查看完整信息' }));
  fireEvent.click(screen.getByRole('button', { name: /查\s*看$/ }));
  expect(await screen.findByText('请填写原因')).toBeTruthy();
  expect(screen.getByText('请选择用途')).toBeTruthy();
  expect(unmask).not.toHaveBeenCalled();
});

test('what is whole goes from the screen after a minute', async () => {
  vi.mocked(unmask).mockResolvedValue(whole);
  await drawn();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await asked();
  expect(await screen.findByText(whole.id_number)).toBeTruthy();
  expect(screen.getByText(whole.name)).toBeTruthy();
  expect(unmask).toHaveBeenCalledWith('1000000001', { purpose: 'contact', reason: '电话核对地址' });
  await act(() => vi.advanceTimersByTimeAsync(58_000));
  expect(screen.queryByText(whole.id_number)).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(4_000));
  expect(screen.queryByText(whole.id_number)).toBeNull();
  expect(screen.queryByText(whole.name)).toBeNull();
});
