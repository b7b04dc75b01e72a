import type { Roster, RosterLine } from '@anju/api';
import {
  type Column,
  DataList,
  formatCount,
  formatFen,
  formatInstant,
  formatRate,
  MaskedId,
  Money,
  ProblemAlert,
  rosterChange,
  rosterStatus,
  type Search,
  StatusTag,
} from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, App, Button, Modal, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useChange } from '../../app/change';
import { ButtonLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { type Fact, Page } from '../../app/Page';
import { openTransferCases } from '../transfers/queries';
import { Corrections } from './Corrections';
import { MissingMembers } from './MissingMembers';
import {
  confirmRoster,
  discardRoster,
  linesWorkbook,
  rosterLineList,
  rosterQuery,
} from './queries';

/** What a roster would do, before it does anything: faulty rows first. */
export function RosterPreview() {
  const { rosterId } = useParams({ strict: false }) as { rosterId: string };
  return <Preview key={rosterId} rosterId={rosterId} />;
}

function Preview({ rosterId }: { rosterId: string }) {
  const roster = useSuspenseQuery(rosterQuery(rosterId)).data;
  const [refused, setRefused] = useState<Error>();
  const [search, onSearch] = useUrlSearch();
  const tab = search.tab ?? (roster.faulty_rows > 0 ? 'faulty' : 'all');
  return (
    <Page
      title={`${roster.employer_name}　${roster.month} 清册`}
      tag={<StatusTag status={roster.status} words={rosterStatus} />}
      facts={factsOf(roster)}
      actions={<NextStep roster={roster} onRefused={setRefused} />}
    >
      {refused && <ProblemAlert error={refused} />}
      <Notices roster={roster} tab={tab} />
      <Tabs
        activeKey={tab}
        onChange={(next) => onSearch({ tab: next })}
        destroyOnHidden
        items={[
          {
            key: 'faulty',
            label: `有误 ${formatCount(roster.faulty_rows)}`,
            children: <Lines id={rosterId} faultyOnly />,
          },
          {
            key: 'all',
            label: `全部 ${formatCount(roster.rows)}`,
            children: <Lines id={rosterId} />,
          },
          {
            key: 'missing',
            label: `未列入 ${formatCount(roster.missing_members)}`,
            children: <MissingMembers roster={roster} />,
          },
        ]}
      />
    </Page>
  );
}

function factsOf(roster: Roster): Fact[] {
  return [
    { label: '人数', value: formatCount(roster.rows) },
    { label: '合计（元）', value: <Money fen={roster.total_fen} /> },
    { label: '其中：单位', value: <Money fen={roster.employer_amount_fen} /> },
    { label: '其中：个人', value: <Money fen={roster.member_amount_fen} /> },
    { label: '新开户', value: formatCount(roster.new_accounts) },
    { label: '调整', value: formatCount(roster.changed_bases) },
    { label: '启封', value: formatCount(roster.unsealed_accounts) },
    { label: '转入', value: formatCount(roster.transferred_accounts) },
    {
      label: '有误',
      value: (
        <span className={roster.faulty_rows > 0 ? 'due' : undefined}>
          {formatCount(roster.faulty_rows)}
        </span>
      ),
    },
    { label: '未列入', value: <Missing {...roster} /> },
    { label: '取整方式', value: roster.rounding },
    { label: '上传', value: `${roster.created_by} ${formatInstant(roster.created_at)}` },
  ];
}

/** How many members the roster leaves out, as a way to who they are. */
function Missing({ missing_members: missing }: Pick<Roster, 'missing_members'>) {
  if (missing === 0) return <>0</>;
  return (
    <Way to="." search={{ tab: 'missing' }} className="due">
      {formatCount(missing)}
    </Way>
  );
}

type StepProps = {
  roster: Roster;
  /** Told why something couldn't be done, and nothing once it is tried again. */
  onRefused: (error: Error | undefined) => void;
};

/** Confirm a clean roster, send a corrected one for a faulty one, or give it up. */
function NextStep({ roster, onRefused }: StepProps) {
  const { roster_id: id, can, remittance_id } = roster;
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const confirm = useChange(confirmRoster);
  const discard = useChange(discardRoster);
  const [isAsking, setAsking] = useState(false);
  const confirmIt = () => {
    onRefused(undefined);
    confirm.mutate(id, {
      onSuccess: ({ remittance_id: made }) =>
        navigate({ to: '/remittances/$remittanceId', params: { remittanceId: made } }),
      onError: onRefused,
      onSettled: () => setAsking(false),
    });
  };
  const askToDiscard = () => {
    onRefused(undefined);
    modal.confirm({
      title: '放弃这份清册？',
      content: '预览的内容不再有效，账户不受影响。之后可以重新上传。',
      okText: '放弃清册',
      cancelText: '返回',
      onOk: () => discard.mutateAsync(id).then(() => navigate({ to: '/rosters' }), onRefused),
    });
  };

  const exported = can.includes('export') && roster.faulty_rows === 0 && (
    <Button href={linesWorkbook(id)}>导出清册</Button>
  );
  if (remittance_id) {
    return (
      <>
        {exported}
        <ButtonLink
          look="primary"
          to="/remittances/$remittanceId"
          params={{ remittanceId: remittance_id }}
        >
          查看汇缴
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      {exported}
      {can.includes('transfer') && <OpenTransferCases roster={roster} onRefused={onRefused} />}
      {can.includes('discard') && <Button onClick={askToDiscard}>放弃清册</Button>}
      {roster.status === 'previewed' && roster.faulty_rows > 0 && (
        <ButtonLink
          look="primary"
          to="/rosters/new"
          search={{ employer_id: roster.employer_id, month: roster.month }}
        >
          上传改好的清册
        </ButtonLink>
      )}
      {can.includes('confirm') && roster.faulty_rows === 0 && (
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() => (roster.missing_members > 0 ? setAsking(true) : confirmIt())}
        >
          确认清册
        </Button>
      )}
      {isAsking && (
        <ConfirmLeavingOut
          roster={roster}
          isSending={confirm.isPending}
          onConfirm={confirmIt}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}

type ConfirmProps = {
  roster: Roster;
  isSending: boolean;
  onConfirm: () => void;
  close: () => void;
};

/** Asks, in figures, before a roster that leaves somebody out is confirmed. */
export function ConfirmLeavingOut({ roster, isSending, onConfirm, close }: ConfirmProps) {
  return (
    <Modal
      open
      title="清册没有列全，仍要确认？"
      okText="仍要确认"
      cancelText="返回"
      okButtonProps={{ loading: isSending }}
      onOk={onConfirm}
      onCancel={close}
    >
      <p>
        核定 {roster.month} 汇缴 {formatCount(roster.rows)} 人，应缴 {formatFen(roster.total_fen)}{' '}
        元。
      </p>
      <p>
        该单位另有{' '}
        <Way to="." search={{ tab: 'missing' }} className="due" onClick={close}>
          {formatCount(roster.missing_members)} 名
        </Way>{' '}
        正常缴存的职工不在清册里，{roster.month}{' '}
        不为他们入账，记为欠缴；已离职的可先封存，漏报的可补进清册重新上传。
      </p>
    </Modal>
  );
}

/** Asks the employers that still have people of this roster to let them go. */
function OpenTransferCases({ roster, onRefused }: StepProps) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const open = useChange(openTransferCases);
  const ask = () => {
    onRefused(undefined);
    open.mutate(roster.roster_id, {
      onSuccess: ({ opened }) => {
        message.success(`已对 ${formatCount(opened)} 人发起转移催办`);
        navigate({ to: '/transfer-cases', search: { status: 'waiting' } });
      },
      onError: onRefused,
    });
  };
  return (
    <Button loading={open.isPending} onClick={ask}>
      发起转移催办
    </Button>
  );
}

function Notices({ roster, tab }: { roster: Roster; tab: string }) {
  const { unknown_columns, skipped_rows, notes } = roster;
  // Beside the list of those left out it is said at length.
  const leavesOut = roster.missing_members > 0 && roster.status !== 'discarded';
  return (
    <div className="notices">
      {roster.status === 'previewed' && roster.faulty_rows > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${formatCount(roster.faulty_rows)} 行有误，改好后重新上传才能确认清册。整份清册要么全部入账，要么都不入账。`}
          description={<Corrections {...roster} />}
        />
      )}
      {leavesOut && tab !== 'missing' && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              该单位有 <Missing {...roster} /> 名正常缴存的职工不在清册里，{roster.month}{' '}
              不为他们入账，记为欠缴。
            </>
          }
        />
      )}
      {(unknown_columns.length > 0 || skipped_rows.length > 0) && (
        <Alert type="info" showIcon title={<LeftOut {...roster} />} />
      )}
      {notes.map(({ code, sentence }) => (
        <Alert key={code} type="info" showIcon title={`${sentence}。`} />
      ))}
    </div>
  );
}

/** Rows that are named one by one; beyond that their number says enough. */
const NAMED_ROWS = 10;

/** What of the sheet was not read. */
function LeftOut({ unknown_columns, skipped_rows }: Roster) {
  const named = skipped_rows.slice(0, NAMED_ROWS);
  const rest = skipped_rows.length - named.length;
  return (
    <>
      {unknown_columns.length > 0 && `未识别的列：${unknown_columns.join('、')}。`}
      {named.length > 0 &&
        `未读入的行：${named.map(({ row, reason }) => `第 ${row} 行（${reason}）`).join('、')}${
          rest > 0 ? `，另有 ${formatCount(rest)} 行` : ''
        }。`}
    </>
  );
}

const firstMonth: Column<RosterLine> = {
  key: 'first_month',
  title: '起缴年月',
  spare: true,
  render: ({ first_month }) => first_month ?? '–',
};

const findings: Column<RosterLine> = {
  key: 'findings',
  title: '问题',
  wraps: true,
  render: (line) => <Findings findings={line.findings} />,
};

const columns: Column<RosterLine>[] = [
  { key: 'sheet_row', title: '行', align: 'right', render: ({ sheet_row }) => sheet_row },
  { key: 'name', title: '姓名', render: ({ name }) => name },
  {
    key: 'id_number',
    title: '证件号码',
    render: ({ id_number }) => <MaskedId value={id_number} />,
  },
  {
    key: 'change',
    title: '变动',
    render: ({ change }) => <StatusTag status={change} words={rosterChange} />,
  },
  {
    key: 'account_no',
    title: '个人账号',
    render: ({ account_no }) =>
      account_no ? (
        <Way to="/accounts/$accountNo" params={{ accountNo: account_no }}>
          {account_no}
        </Way>
      ) : (
        '待开立'
      ),
  },
  {
    key: 'base_fen',
    title: '缴存基数',
    align: 'right',
    total: 'base_fen',
    render: ({ base_fen }) => <Money fen={base_fen} />,
  },
  {
    key: 'rates',
    title: '比例（单位 / 个人）',
    render: (line) => `${rateOf(line.employer_rate_ppb)} / ${rateOf(line.member_rate_ppb)}`,
  },
  {
    key: 'employer_fen',
    title: '单位缴存额',
    align: 'right',
    total: 'employer_fen',
    render: ({ employer_fen }) => <Money fen={employer_fen} />,
  },
  {
    key: 'member_fen',
    title: '个人缴存额',
    align: 'right',
    total: 'member_fen',
    render: ({ member_fen }) => <Money fen={member_fen} />,
  },
];
/** Among the faulty the findings stand beside the person they are about. */
const faultyColumns = columns.toSpliced(3, 0, findings);

function rateOf(ppb: RosterLine['employer_rate_ppb']): string {
  return ppb === null || ppb === undefined ? '–' : formatRate(ppb);
}

/** A sentence that begins with its column names it itself; others stand after a colon. */
function afterColumn(column: string, sentence: string): string {
  if (sentence.startsWith(column)) return sentence.slice(column.length);
  return `：${sentence}`;
}

function Findings({ findings: found }: Pick<RosterLine, 'findings'>) {
  return (
    <ul className="findings">
      {found.map(({ code, column, sentence }) => (
        <li key={`${column}${code}`}>
          <b>{column}</b>
          {afterColumn(column, sentence)}
        </li>
      ))}
    </ul>
  );
}

function Lines({ id, faultyOnly = false }: { id: string; faultyOnly?: boolean }) {
  const [search, onSearch] = useState<Search>({});
  const list = useMemo(() => rosterLineList(id), [id]);
  const page = useList(list, search, faultyOnly ? { faulty: 'true' } : {});
  return (
    <DataList
      name={faultyOnly ? 'faulty-roster-lines' : 'roster-lines'}
      label="清册明细"
      columns={faultyOnly ? faultyColumns : [...columns, firstMonth, findings]}
      rowKey={({ line_no }) => line_no}
      rowClass={({ findings }) => (findings.length > 0 ? 'faulty' : '')}
      search={search}
      onSearch={onSearch}
      page={page}
      empty={faultyOnly ? '没有有误的行，可以确认清册。' : '清册里没有人。'}
    />
  );
}
