import type { Suspense } from '@anju/api';
import { formatFen } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { waitingQuery } from './queries';

type SuspenseSelectProps = {
  id?: string;
  /** Whose items come first. */
  owner: string | undefined;
  /** The payer whose items come next. */
  payer: string | undefined;
  /** Items that are chosen already. */
  without?: readonly string[];
  value?: string;
  onChange?: (id: string) => void;
};

/** An item of suspense that waits: the owner's first, the payer's next, the older before the younger. */
export function SuspenseSelect(props: SuspenseSelectProps) {
  const { id, owner, payer, without = [], value, onChange } = props;
  const [typed, setTyped] = useState('');
  const { own, others } = useWaiting(owner, useDeferredValue(typed.trim()));
  const optionsOf = (items: readonly Suspense[]) =>
    items
      .filter(({ suspense_id }) => !without.includes(suspense_id))
      .map((item) => ({ value: item.suspense_id, label: wordsOf(item) }));
  const groups = [
    { label: '本单位', options: optionsOf(own) },
    {
      label: '同一付款人',
      options: optionsOf(others.filter(({ payer_name }) => payer_name === payer)),
    },
    {
      label: '其他',
      options: optionsOf(others.filter(({ payer_name }) => payer_name !== payer)),
    },
  ].filter(({ options }) => options.length > 0);
  return (
    <Select
      {...(id ? { id } : {})}
      className="suspense-select"
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      placeholder="暂收流水或付款人"
      notFoundContent="没有可用的暂收款"
      options={groups}
      value={value ?? null}
      onChange={(chosen: string | null) => chosen && onChange?.(chosen)}
    />
  );
}

function wordsOf({ serial, payer_name, left_fen, age_days }: Suspense): string {
  return `${serial}　${payer_name}　余 ${formatFen(left_fen)} 元　${age_days} 天`;
}

/** What waits, the owner's apart; an item that isn't among the oldest is found by its number. */
function useWaiting(owner: string | undefined, typed: string) {
  const number = /^(?:ZS)?0*(\d{1,15})$/i.exec(typed)?.[1];
  const own = useQuery({ ...waitingQuery({ owner: owner ?? '' }), enabled: owner !== undefined });
  const all = useQuery(waitingQuery({}));
  const named = useQuery({
    ...waitingQuery({ serial: number ?? '' }),
    enabled: number !== undefined,
  });
  const known = new Map<string, Suspense>();
  for (const item of [...(named.data ?? []), ...(all.data ?? [])]) {
    known.set(item.suspense_id, item);
  }
  const others = [...known.values()].filter((item) => item.owner?.employer_id !== owner || !owner);
  return { own: own.data ?? [], others };
}
