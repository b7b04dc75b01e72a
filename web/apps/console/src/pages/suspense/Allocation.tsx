import type { AllocationCandidate, Suspense } from '@anju/api';
import { findingsByField, Money, MoneyInput, ProblemAlert, problemIn } from '@anju/ui';
import { useQueries } from '@tanstack/react-query';
import { Button, Space, Table, type TableColumnsType } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useChange } from '../../app/change';
import { DraftNote } from '../../app/DraftNote';
import type { Draft } from '../../app/draft';
import { Way } from '../../app/links';
import { Facts } from '../../app/Page';
import { remittanceQuery } from '../remittances/queries';
import {
  type AwaitedAnswer,
  AwaitedNote,
  ConfirmAllocation,
  useAwaited,
} from './ConfirmAllocation';
import { type DueRow, DueSearch, DueTable, marksOf } from './DueChoice';
import { type Plan, planOf, type Typed, type Use } from './plan';
import { allocate, suspenseQuery } from './queries';
import { SuspenseSelect } from './SuspenseSelect';
import './suspense.css';

/** What a person has chosen so far: ids, so that the figures are always the server's. */
export type Choice = {
  sources: string[];
  dues: string[];
  typed: Typed;
};

type AllocationProps = {
  /** What it begins with. */
  first: Choice;
  draft: Draft<Choice>;
  /** Remittances to choose from; without them those it begins with are what is filled. */
  candidates?: { rows: readonly AllocationCandidate[]; loading: boolean };
  /** Codes that the wire's own remark names. */
  codes?: string;
  onDone: (filled: number) => void;
};

/**
 * 分摊: items of suspense fill remittances. Each remittance takes exactly what it expects, so a
 * person chooses the items and the remittances and at most says how much of an item is used.
 */
export function Allocation({ first, draft, candidates, codes = '', onDone }: AllocationProps) {
  const [choice, setChoice] = useState(() => choiceOf(draft.kept, first));
  const [isAsked, setAsked] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = useChange(allocate);
  const choose = (changes: Partial<Choice>) => {
    const next = { ...choice, ...changes };
    setChoice(next);
    draft.keep(next);
    change.reset();
  };
  const { rows, chosen } = useDues(choice.dues, candidates?.rows ?? []);
  const items = useItems(choice.sources);
  const plan = planOf(items, chosen, choice.typed);
  const answer = useAwaited(chosen, choice.sources);
  const owner = items[0]?.owner?.employer_id ?? chosen[0]?.employer_id;
  // Without the table of remittances their faults are said above the button.
  const faults = faultsOf(change.error, candidates ? choice.dues : []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (plan.fault === undefined) setConfirming(true);
    else focusFault(form.current, plan);
  };
  const send = () => {
    const filled = chosen.length;
    change.mutate(plan.lines, {
      onSuccess: () => {
        draft.drop();
        onDone(filled);
      },
      onSettled: () => setConfirming(false),
    });
  };

  return (
    <div className="allocation">
      {candidates && (
        <Dues
          rows={rows}
          dues={choice.dues}
          onChoose={(dues) => choose({ dues })}
          codes={codes}
          faults={faults}
          loading={candidates.loading}
        />
      )}
      <form ref={form} onSubmit={submit} noValidate>
        <Sources
          choice={choice}
          onChoose={choose}
          items={items}
          plan={plan}
          answer={answer}
          owner={owner}
          kept={first.sources[0]}
        />
        <Balance plan={plan} />
        {change.error ? <ProblemAlert error={change.error} fields={[...faults.keys()]} /> : null}
        <Sending fault={isAsked ? plan.fault : undefined} isSending={change.isPending} />
      </form>
      {isConfirming && (
        <ConfirmAllocation
          chosen={chosen}
          due={plan.due_fen}
          sources={plan.uses.filter(({ amount_fen }) => amount_fen > 0).length}
          answer={answer}
          isSending={change.isPending}
          onConfirm={send}
          close={() => setConfirming(false)}
        />
      )}
    </div>
  );
}

/** What keeps it from being sent, once that was asked, and the button. */
function Sending({ fault, isSending }: { fault: string | undefined; isSending: boolean }) {
  return (
    <>
      {fault && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
      <Space>
        <Button type="primary" htmlType="submit" loading={isSending}>
          分摊入账
        </Button>
        <DraftNote done="分摊入账" />
      </Space>
    </>
  );
}

type DuesProps = {
  rows: DueRow[];
  dues: string[];
  onChoose: (dues: string[]) => void;
  codes: string;
  faults: ReadonlyMap<string, string>;
  loading: boolean;
};

/** The remittances to choose from, and a search for those that aren't offered. */
function Dues({ rows, dues, onChoose, codes, faults, loading }: DuesProps) {
  return (
    <>
      <DueSearch first={codes} onFound={(ids) => onChoose([...new Set([...dues, ...ids])])} />
      <DueTable rows={rows} chosen={dues} onChoose={onChoose} faults={faults} loading={loading} />
    </>
  );
}

type SourcesProps = {
  choice: Choice;
  onChoose: (changes: Partial<Choice>) => void;
  items: readonly Suspense[];
  plan: Plan;
  answer: AwaitedAnswer;
  /** The employer whose items are offered first. */
  owner: string | undefined;
  /** The item that the page is about. */
  kept: string | undefined;
};

/** The items that are used, more of them to add, and what else waits for the same. */
function Sources({ choice, onChoose, items, plan, answer, owner, kept }: SourcesProps) {
  const use = (id: string) => onChoose({ sources: [...choice.sources, id] });
  return (
    <>
      <SourceTable
        items={items}
        plan={plan}
        typed={choice.typed}
        onType={(id, amount) => onChoose({ typed: withTyped(choice.typed, id, amount) })}
        onDrop={(id) => onChoose(withoutSource(choice, id))}
        kept={kept}
      />
      <div className="add-source">
        <label htmlFor="add-source">加用其他暂收款</label>
        <SuspenseSelect
          id="add-source"
          owner={owner}
          payer={items[0]?.payer_name}
          without={choice.sources}
          onChange={use}
        />
      </div>
      <AwaitedNote answer={answer} onUse={use} />
    </>
  );
}

/** What was kept, its unreadable amounts forgotten; what it begins with is always among it. */
function choiceOf(kept: Choice | undefined, first: Choice): Choice {
  if (kept === undefined) return first;
  const typed = Object.entries(kept.typed).filter(([, amount]) => typeof amount === 'number');
  return {
    sources: [...new Set([...first.sources, ...kept.sources])],
    dues: [...new Set([...first.dues, ...kept.dues])],
    typed: Object.fromEntries(typed),
  };
}

function withTyped(typed: Typed, id: string, amount: Typed[string]): Typed {
  const { [id]: _before, ...rest } = typed;
  return amount === undefined ? rest : { ...rest, [id]: amount };
}

function withoutSource({ sources, typed }: Choice, id: string): Partial<Choice> {
  return {
    sources: sources.filter((one) => one !== id),
    typed: withTyped(typed, id, undefined),
  };
}

/** Candidates and what else was chosen, as rows; the chosen ones that still await money apart. */
function useDues(dues: readonly string[], candidates: readonly AllocationCandidate[]) {
  const offered = candidates.map(
    (row): DueRow => ({ ...row, marks: marksOf(row), status: 'assessed' }),
  );
  const others = dues.filter((id) => !offered.some(({ remittance_id }) => remittance_id === id));
  const found = useQueries({ queries: others.map(remittanceQuery) }).flatMap(({ data }) =>
    data ? [{ ...data, marks: [] }] : [],
  );
  const rows: DueRow[] = [...offered, ...found];
  const chosen = dues.flatMap(
    (id) => rows.find((row) => row.remittance_id === id && row.status === 'assessed') ?? [],
  );
  return { rows, chosen };
}

function useItems(sources: readonly string[]): Suspense[] {
  return useQueries({ queries: sources.map(suspenseQuery) }).flatMap(({ data }) => data ?? []);
}

/** What the server found wrong with a remittance stands in its row. */
function faultsOf(error: unknown, dues: readonly string[]) {
  const fields = error ? findingsByField(problemIn(error), dues).fields : [];
  return new Map(fields.map(({ name, errors }) => [name.join('.'), errors.join('；')]));
}

/** The cursor goes where the fault can be mended. */
function focusFault(form: HTMLFormElement | null, { uses }: Plan): void {
  const faulty = uses.find(({ fault }) => fault !== undefined)?.suspense_id;
  const named = form?.querySelector<HTMLInputElement>(`[id="use-${faulty}"]`);
  (named ?? form?.querySelector('input'))?.focus();
}

type SourceTableProps = {
  items: readonly Suspense[];
  plan: Plan;
  typed: Typed;
  onType: (id: string, amount: Typed[string]) => void;
  onDrop: (id: string) => void;
  /** The item that the page is about. */
  kept: string | undefined;
};

/** The items whose money is used, and how much of each. */
function SourceTable({ items, plan, typed, onType, onDrop, kept }: SourceTableProps) {
  const partOf = (id: string): Use | undefined =>
    plan.uses.find(({ suspense_id }) => suspense_id === id);
  const columns: TableColumnsType<Suspense> = [
    {
      title: '暂收流水',
      className: 'nowrap',
      render: (_, { suspense_id, serial }) => (
        <Way to="/suspense/$suspenseId" params={{ suspenseId: suspense_id }}>
          {serial}
        </Way>
      ),
    },
    { title: '付款人', dataIndex: 'payer_name' },
    { title: '归属单位', render: (_, { owner }) => owner?.employer_name ?? '–' },
    { title: '余额', align: 'right', render: (_, { left_fen }) => <Money fen={left_fen} /> },
    {
      title: '本次动用',
      align: 'right',
      width: 200,
      minWidth: 160,
      render: (_, { suspense_id, serial }) => (
        <UseInput
          label={`${serial} 本次动用`}
          use={partOf(suspense_id)}
          typed={typed[suspense_id]}
          onType={(amount) => onType(suspense_id, amount)}
        />
      ),
    },
    {
      title: '余下仍暂收',
      align: 'right',
      render: (_, { suspense_id }) => <Money fen={partOf(suspense_id)?.rest_fen} />,
    },
    {
      title: '',
      align: 'right',
      render: (_, { suspense_id, serial }) =>
        suspense_id === kept ? null : (
          <Button
            type="link"
            size="small"
            aria-label={`不用 ${serial}`}
            onClick={() => onDrop(suspense_id)}
          >
            不用
          </Button>
        ),
    },
  ];
  return (
    <Table<Suspense>
      size="small"
      aria-label="动用的暂收款"
      columns={columns}
      dataSource={items}
      rowKey="suspense_id"
      pagination={false}
    />
  );
}

type UseInputProps = {
  label: string;
  use: Use | undefined;
  /** What a person typed, NaN for what can't be read. */
  typed: Typed[string];
  onType: (amount: Typed[string]) => void;
};

function UseInput({ label, use, typed, onType }: UseInputProps) {
  if (use === undefined) return null;
  const id = `use-${use.suspense_id}`;
  return (
    <>
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <MoneyInput id={id} value={typed ?? use.amount_fen} onChange={onType} />
      {use.fault && (
        <div className="field-fault" role="alert">
          {use.fault}
        </div>
      )}
    </>
  );
}

/** The running sums: what the chosen remittances take, what the items bring, what is between. */
function Balance({ plan: { due_fen, used_fen, missing_fen } }: { plan: Plan }) {
  const between = missing_fen < 0 ? '多出' : '还差';
  return (
    <div aria-live="polite" className="balance">
      <Facts
        facts={[
          { label: '所选汇缴应缴合计', value: <Money fen={due_fen} /> },
          { label: '动用暂收合计', value: <Money fen={used_fen} /> },
          {
            label: due_fen > 0 && missing_fen === 0 ? '相抵' : between,
            value:
              due_fen > 0 && missing_fen === 0 ? (
                '正好'
              ) : (
                <strong className={missing_fen === 0 ? undefined : 'due'}>
                  <Money fen={abs(missing_fen)} />
                </strong>
              ),
          },
        ]}
      />
    </div>
  );
}

const abs = (amount: Plan['missing_fen']) => (amount < 0 ? (-amount as typeof amount) : amount);
