import { DateInput, dated } from '@anju/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { need } from '../employers/fields';
import { employerChoicesQuery } from '../employers/queries';

/** Employers as they were chosen, with their names: a draft shows them without asking again. */
export type Chosen = { value: string; label: string };

/** Employers that are to be paid for, and the days that hold for all of them. */
export type Range = { employers?: Chosen[]; first_day?: string; last_day?: string | null };

/** What the wire wants of them: one arrangement an employer. */
export function arrangementsOf({ employers = [], first_day = '', last_day }: Range) {
  const days = { first_day, ...(last_day ? { last_day } : {}) };
  return employers.map(({ value }) => ({ employer_id: value, ...days }));
}

type SelectProps = { id?: string; value?: Chosen[]; onChange?: (chosen: Chosen[]) => void };

/** Several employers, each found by the beginning of its name or by its number. */
function EmployersSelect({ id, value = [], onChange }: SelectProps) {
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery({ ...employerChoicesQuery(text), placeholderData: keepPreviousData });
  return (
    <Select<Chosen[]>
      {...(id ? { id } : {})}
      mode="multiple"
      labelInValue
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="单位名称的一部分或单位账号，可选多个"
      loading={found.isFetching}
      options={(found.data ?? []).map(({ employer_id, employer_no, name }) => ({
        value: employer_id,
        label: `${name}（${employer_no}）`,
      }))}
      value={value}
      onChange={(chosen) => onChange?.(chosen.map(({ value, label }) => ({ value, label })))}
    />
  );
}

/** The fields of a range: employers, from when, until when. */
export function RangeFields({ required }: { required: boolean }) {
  return (
    <>
      <Form.Item
        name="employers"
        label="代付的缴存单位"
        rules={required ? [need('代付的缴存单位')] : []}
        extra={required ? null : '可以先登记，以后再增加'}
      >
        <EmployersSelect />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          name="first_day"
          label="代付起日"
          dependencies={['employers']}
          rules={[
            dated(),
            (form) => ({
              required: required || (form.getFieldValue('employers') ?? []).length > 0,
              message: '请填写代付起日',
            }),
          ]}
        >
          <DateInput />
        </Form.Item>
        <Form.Item
          name="last_day"
          label="代付止日"
          rules={[dated()]}
          extra="没有约定期限的不填，含当日"
        >
          <DateInput />
        </Form.Item>
      </div>
    </>
  );
}
