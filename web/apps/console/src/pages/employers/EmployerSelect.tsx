import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { employerChoicesQuery, employerQuery } from './queries';

type SelectProps = { id?: string; value?: string; onChange?: (id: string) => void };

/** An employer, found by a part of its name or by its number. */
export function EmployerSelect({ id, value, onChange }: SelectProps) {
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery({ ...employerChoicesQuery(text), placeholderData: keepPreviousData });
  const chosen = useQuery({ ...employerQuery(value ?? ''), enabled: value !== undefined }).data;
  const employers = [...(found.data ?? [])];
  if (chosen && !employers.some(({ employer_id }) => employer_id === chosen.employer_id)) {
    employers.unshift(chosen);
  }
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="单位名称的一部分或单位账号"
      loading={found.isFetching}
      options={employers.map(({ employer_id, employer_no, name }) => ({
        value: employer_id,
        label: `${name}（${employer_no}）`,
      }))}
      value={value ?? null}
      onChange={(chosenId: string | null) => chosenId && onChange?.(chosenId)}
    />
  );
}
