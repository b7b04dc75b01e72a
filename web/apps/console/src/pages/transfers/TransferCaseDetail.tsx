import type { TransferCase, TransferNotice, TransferParty } from '@anju/api';
import { formatInstant, MaskedId, StatusTag, transferCaseStatus } from '@anju/ui';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App, Button, Descriptions } from 'antd';
import { useState } from 'react';
import { Way } from '../../app/links';
import { type Fact, Page, Panel } from '../../app/Page';
import { AtPageEnd, usePaperOf } from '../../app/paper';
import { Seal } from '../sealings/Seal';
import { Decide } from './Decide';
import { transferCaseQuery, transferNotice } from './queries';
import { Due, Party } from './TransferCaseList';
import { UrgeNotice } from './UrgeNotice';

/** One case: whom it is about, until when, and what can be done. */
export function TransferCaseDetail() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const transfer = useSuspenseQuery(transferCaseQuery(caseId)).data;
  return (
    <Page
      title={`转移催办 ${transfer.serial}`}
      tag={<StatusTag status={transfer.status} words={transferCaseStatus} />}
      facts={factsOf(transfer)}
      actions={<NextStep transfer={transfer} />}
    >
      <div className="beside-paper">
        <Panel>
          <Descriptions
            size="small"
            column={{ xs: 1, lg: 2 }}
            items={historyOf(transfer).map(([label, value]) => ({
              key: label,
              label,
              children: value,
            }))}
          />
        </Panel>
      </div>
    </Page>
  );
}

function factsOf(transfer: TransferCase): Fact[] {
  return [
    { label: '姓名', value: transfer.name },
    { label: '证件号码', value: <MaskedId value={transfer.id_number} /> },
    {
      label: '个人账号',
      value: (
        <Way to="/accounts/$accountNo" params={{ accountNo: transfer.account_no }}>
          {transfer.account_no}
        </Way>
      ),
    },
    { label: '原单位', value: <Party party={transfer.old} /> },
    { label: '新单位', value: <Party party={transfer.new} /> },
    { label: '转入年月', value: transfer.month },
    { label: '发起日期', value: transfer.opened_on },
    { label: '办理期限', value: <Due {...transfer} /> },
  ];
}

function historyOf(transfer: TransferCase): [string, React.ReactNode][] {
  const opened = `${transfer.opened_by_name ?? ''} ${formatInstant(transfer.opened_at)}`;
  if (!transfer.ended_at) return [['发起', opened]];
  return [
    ['发起', opened],
    ['办结', `${transfer.ended_by_name ?? ''} ${formatInstant(transfer.ended_at)}`],
    ['办结原因', transfer.ended_reason ?? '–'],
    [
      '证明材料',
      transfer.proof ? (
        <a key="proof" href={`/api/files/${transfer.proof}`}>
          下载
        </a>
      ) : (
        '–'
      ),
    ],
  ];
}

type NoticeProps = { transfer: TransferCase; old: TransferParty };

/** Prints the notice to the old employer, for which the whole name is asked each time. */
function PrintNotice({ transfer, old }: NoticeProps) {
  const { message } = App.useApp();
  const [notice, print] = usePaperOf<TransferNotice>();
  const ask = useMutation({ mutationFn: transferNotice });
  return (
    <>
      <Button
        loading={ask.isPending}
        onClick={() =>
          ask.mutate(transfer.case_id, {
            onSuccess: print,
            onError: (error) => message.error(error.message),
          })
        }
      >
        打印催办通知
      </Button>
      {notice && (
        <AtPageEnd>
          <UrgeNotice transfer={transfer} old={old} name={notice.name} />
        </AtPageEnd>
      )}
    </>
  );
}

/** What the caller may do; a clerk of the old employer's branch who didn't open it may seal at once. */
function NextStep({ transfer }: { transfer: TransferCase }) {
  const [sealing, setSealing] = useState(false);
  const maySeal = transfer.can.includes('seal');
  return (
    <>
      {transfer.can.includes('notify') && transfer.old && (
        <PrintNotice key={transfer.case_id} transfer={transfer} old={transfer.old} />
      )}
      <Decide transfer={transfer} />
      {maySeal && transfer.old && (
        <Button type="primary" onClick={() => setSealing(true)}>
          原单位已同意，封存
        </Button>
      )}
      {sealing && transfer.old && (
        <Seal
          employerId={transfer.old.employer_id}
          members={{ accounts: [transfer.account_no] }}
          count={1}
          month={transfer.seal_from ?? transfer.month}
          close={() => setSealing(false)}
        />
      )}
    </>
  );
}
