import type { AllocationCandidate, RemittanceStatus } from '@anju/api';
import { formatCount, Money, remittanceStatus, StatusTag } from '@anju/ui';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Table, type TableColumnsType } from 'antd';
import { type FormEvent, useState } from 'react';
import { Way } from '../../app/links';
import { EmployerSelect } from '../employers/EmployerSelect';
import { remittanceList } from '../remittances/list';
import { codesIn } from './plan';

/** A remittance that may be filled, with what speaks for it. */
export type DueRow = Omit<
  AllocationCandidate,
  'is_owner' | 'is_paid_for' | 'is_payer' | 'is_exact'
> & {
  marks: readonly string[];
  status: RemittanceStatus;
};

/** What speaks for a candidate, in words. */
export function marksOf(candidate: AllocationCandidate): string[] {
  const { is_owner, is_paid_for, is_payer, is_exact } = candidate;
  return [
    is_owner && '归属单位',
    is_paid_for && '代付单位',
    is_payer && '付款人同名',
    is_exact && '金额一致',
  ].filter((mark): mark is string => mark !== false);
}

type DueTableProps = {
  rows: readonly DueRow[];
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
  /** What the server found wrong, by remittance. */
  faults: ReadonlyMap<string, string>;
  loading: boolean;
};

/** The remittances that may be filled, to be ticked. */
export function DueTable({ rows, chosen, onChoose, faults, loading }: DueTableProps) {
  const columns: TableColumnsType<DueRow> = [
    {
      title: '汇缴流水',
      className: 'nowrap',
      render: (_, { remittance_id, serial }) => (
        <Way to="/remittances/$remittanceId" params={{ remittanceId: remittance_id }}>
          {serial}
        </Way>
      ),
    },
    { title: '缴存单位', dataIndex: 'employer_name' },
    { title: '汇缴年月', dataIndex: 'month', className: 'nowrap' },
    { title: '人数', align: 'right', render: (_, { people }) => formatCount(people) },
    {
      title: '应缴金额',
      align: 'right',
      render: (_, { remittance_id, expected_fen }) => (
        <>
          <Money fen={expected_fen} />
          {faults.has(remittance_id) && (
            <div className="field-fault">{faults.get(remittance_id)}</div>
          )}
        </>
      ),
    },
    { title: '缴款码', dataIndex: 'payment_code' },
    { title: '相符', render: (_, row) => <Marks {...row} /> },
  ];
  return (
    <Table<DueRow>
      size="small"
      aria-label="可分摊的汇缴"
      columns={columns}
      dataSource={rows}
      rowKey="remittance_id"
      pagination={false}
      loading={{ spinning: loading, delay: 200 }}
      locale={{ emptyText: <p className="plain">没有相近的待到账汇缴，可按缴款码或单位查找。</p> }}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => onChoose(keys.map(String)),
        getCheckboxProps: ({ serial, employer_name, status }) => ({
          disabled: status !== 'assessed',
          'aria-label': `选择 ${serial} ${employer_name}`,
        }),
      }}
    />
  );
}

function Marks({ marks, status }: Pick<DueRow, 'marks' | 'status'>) {
  if (status !== 'assessed') return <StatusTag status={status} words={remittanceStatus} />;
  return (
    <span className="marks">
      {marks.map((mark) => (
        <span key={mark} className="status status--going">
          {mark}
        </span>
      ))}
    </span>
  );
}

/** The most codes that are looked for at once. */
const MAX_CODES = 50;

type Wanted = { codes: string[] } | { employer: string };

async function findDues(wanted: Wanted) {
  const queries =
    'employer' in wanted
      ? [{ employer_id: wanted.employer }]
      : wanted.codes.slice(0, MAX_CODES).map((payment_code) => ({ payment_code }));
  const pages = await Promise.all(
    queries.map((query) => remittanceList.page({ ...query, status: 'assessed', limit: 50 })),
  );
  return pages.flatMap(({ items }) => items);
}

type DueSearchProps = {
  /** Codes that the wire's own remark names. */
  first: string;
  onFound: (ids: string[]) => void;
};

/** Finds other remittances: by payment codes, any number of them pasted, or by employer. */
export function DueSearch({ first, onFound }: DueSearchProps) {
  const [text, setText] = useState(first);
  const [said, setSaid] = useState<string>();
  const find = useMutation({ mutationFn: findDues });
  const search = (wanted: Wanted) =>
    find.mutate(wanted, {
      onSuccess: (found) => {
        const lost =
          'codes' in wanted
            ? wanted.codes.filter((code) => !found.some((one) => one.payment_code === code))
            : [];
        setSaid(saidOf(found.length, lost));
        onFound(found.map(({ remittance_id }) => remittance_id));
      },
      onError: (problem) => setSaid(problem.message),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const codes = codesIn(text);
    if (codes.length === 0) setSaid('缴款码应为 10 位数字且校验位相符');
    else search({ codes });
  };
  return (
    <form className="due-search" onSubmit={submit}>
      <label htmlFor="due-codes">缴款码</label>
      <Input
        id="due-codes"
        autoComplete="off"
        placeholder="可粘贴多个"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button htmlType="submit" loading={find.isPending}>
        查找
      </Button>
      <label htmlFor="due-employer">或按单位</label>
      <EmployerSelect id="due-employer" onChange={(employer) => search({ employer })} />
      <span className="hint" role="status">
        {said}
      </span>
    </form>
  );
}

function saidOf(found: number, lost: readonly string[]): string {
  const count = found === 0 ? '没有找到待到账的汇缴' : `找到 ${found} 笔，已选上`;
  return lost.length === 0 ? count : `${count}；没有待到账的：${lost.join('、')}`;
}
