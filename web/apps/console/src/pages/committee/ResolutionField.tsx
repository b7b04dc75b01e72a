import { Problem, type Resolution, type ResolutionSummary } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { Way } from '../../app/links';
import { need } from '../employers/fields';
import { citableForPolicyQuery, resolutionQuery } from './queries';

/** The resolution that a change of policy rests on, among those adopted that stand. */
export function ResolutionField({ required }: { required: boolean }) {
  const all = useQuery(citableForPolicyQuery(''));
  return (
    <>
      {all.error ? <ProblemAlert error={all.error} retry={() => all.refetch()} /> : null}
      <Form.Item
        name="resolution_id"
        label="管委会决议"
        rules={required ? [need('管委会决议')] : []}
        extra={
          all.data?.length === 0 ? (
            <>
              还没有可以引用的“政策调整”决议，请先在<Way to="/meetings">管委会会议</Way>中登记
            </>
          ) : required ? (
            '该参数由管委会决定，须以决议为依据'
          ) : (
            '由管委会决定的，选择所依据的决议'
          )
        }
      >
        <ResolutionSelect />
      </Form.Item>
    </>
  );
}

type SelectProps = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
};

/** A resolution, found by a part of its number or its name. */
function ResolutionSelect({ id, value, onChange }: SelectProps) {
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery({ ...citableForPolicyQuery(text), placeholderData: keepPreviousData });
  const chosen = useChosen(value, onChange);
  const offered = found.data ?? [];
  const isOffered = offered.some(({ resolution_id }) => resolution_id === value);
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={found.isFetching}
      placeholder="决议文号或名称的一部分"
      notFoundContent={found.isFetching ? '正在查找' : '没有可以引用的决议'}
      options={(chosen && !isOffered ? [chosen, ...offered] : offered).map(optionOf)}
      // Of what isn't known yet there is only an id, which nobody reads.
      value={chosen || isOffered ? (value ?? null) : null}
      onChange={(picked: string | null) => onChange?.(picked ?? undefined)}
    />
  );
}

const optionOf = ({ resolution_id, number, title, held_on }: ResolutionSummary | Resolution) => ({
  value: resolution_id,
  label: `${number} ${title}（${held_on}）`,
});

/** What is chosen; a draft may hold one that was voided since, and that is dropped. */
function useChosen(value: string | undefined, onChange: SelectProps['onChange']) {
  const { data, error } = useQuery({ ...resolutionQuery(value ?? ''), enabled: Boolean(value) });
  const isUnknown = error instanceof Problem && error.status === 404;
  const isGone = Boolean(value) && (isUnknown || (data !== undefined && !isCitable(data)));
  useEffect(() => {
    if (isGone) onChange?.(undefined);
  }, [isGone, onChange]);
  return isGone ? undefined : data;
}

/** Whether a change of policy may rest on it. */
export function isCitable({ matter, adopted, voided_at }: Resolution): boolean {
  return matter === 'policy' && adopted && !voided_at;
}
