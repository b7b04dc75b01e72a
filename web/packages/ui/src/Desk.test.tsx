import { render, screen } from '@testing-library/react';
import { DatePicker, Table } from 'antd';
import { expect, test } from 'vitest';
import { Desk } from './Desk';

test('pickers and tables speak Chinese', () => {
  render(
    <Desk>
      <DatePicker open />
      <Table columns={[{ title: '姓名', dataIndex: 'name' }]} dataSource={[]} />
    </Desk>,
  );
  expect(screen.getByPlaceholderText('请选择日期')).toBeDefined();
  expect(screen.getByText('今天')).toBeDefined();
  const weekdays = [...document.querySelectorAll('.ant-picker-content th')];
  expect(weekdays.map((day) => day.textContent).join('')).toBe('一二三四五六日');
  expect(screen.getAllByText('暂无数据').length).toBeGreaterThan(0);
});

test('our own styles get the colours of the theme', () => {
  render(<Desk>text</Desk>);
  expect(document.documentElement.style.getPropertyValue('--anju-accent')).toMatch(/^#/);
});
