import type { CertificateIssued, EntryItem, Remittance } from '@anju/api';
import { ProblemAlert } from '@anju/ui';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../app/actions';
import { type Once, useChange } from '../../app/change';
import { Issued } from './Issued';
import { issueEntryReceipt, issueReceipt } from './queries';

/** 汇缴收据 of a posted remittance: whoever gets it can have it checked. */
export function PrintReceipt({
  remittance: { remittance_id, status },
}: {
  remittance: Remittance;
}) {
  if (status !== 'posted') return null;
  return (
    <OneClick type="primary" issue={(once) => issueReceipt(remittance_id, once)}>
      打印收据
    </OneClick>
  );
}

/** What no entry's receipt speaks of: money that came along, and what was advanced. */
const UNPAID: readonly string[] = ['taken_over', 'shortfall'];

/** 入账回单 of one entry that brought money. */
export function EntryReceipt({ no, entry }: { no: string; entry: EntryItem }) {
  if (entry.amount_fen <= 0 || UNPAID.includes(entry.kind)) return null;
  return (
    <OneClick
      type="link"
      size="small"
      issue={(once) => issueEntryReceipt({ no, entryNo: entry.entry_no }, once)}
    >
      回单
    </OneClick>
  );
}

type Props = {
  type: 'primary' | 'link';
  size?: 'small';
  issue: (once: Once) => Promise<CertificateIssued>;
  children: ReactNode;
};

/** A paper that asks for nothing first. */
function OneClick({ issue, children, ...look }: Props) {
  const [issued, setIssued] = useState<CertificateIssued>();
  const change = useChange((_: undefined, once) => issue(once));
  if (!useMay('certificate.issue')) return null;
  return (
    <>
      <Button
        {...look}
        loading={change.isPending}
        onClick={() => change.mutate(undefined, { onSuccess: setIssued })}
      >
        {children}
      </Button>
      {issued && <Issued issued={issued} close={() => setIssued(undefined)} />}
      {change.error ? (
        <Modal open title="没有开具" footer={null} onCancel={change.reset}>
          <ProblemAlert error={change.error} />
        </Modal>
      ) : null}
    </>
  );
}
