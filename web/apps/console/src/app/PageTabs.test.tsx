import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PageTabs } from './PageTabs';
import { show } from './testing';

const tabs = [
  { key: 'lines', label: '职工明细', children: <p>一行</p> },
  { key: 'rules', label: '核定依据', children: <p>一条</p> },
];

/** The name of the open tab, as it is printed above what the tab shows. */
const printed = () => screen.getByRole('heading', { level: 2 }).textContent;

test('the address says which tab is open', async () => {
  await show(<PageTabs tabs={tabs} />, { at: '/?tab=rules' });
  expect(printed()).toBe('核定依据');
  expect(screen.getByText('一条')).toBeTruthy();
  expect(screen.queryByText('一行')).toBeNull();
});

test('another is opened by its name', async () => {
  await show(<PageTabs tabs={tabs} />);
  expect(printed()).toBe('职工明细');
  fireEvent.click(screen.getByRole('tab', { name: '核定依据' }));
  expect(await screen.findByText('一条')).toBeTruthy();
  expect(printed()).toBe('核定依据');
});

test('where the address names none of them, the first is open and named', async () => {
  await show(<PageTabs tabs={tabs} />, { at: '/?tab=nothing' });
  expect(printed()).toBe('职工明细');
  expect(screen.getByText('一行')).toBeTruthy();
});
