import type { Remittance, Suspense } from '@anju/api';
import { formatFen, ProblemAlert } from '@anju/ui';
import { useQueries } from '@tanstack/react-query';
import { App, Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { draftOf } from '../../app/draft';
import { Allocation, type Choice } from '../suspense/Allocation';
import { waitingQuery } from '../suspense/queries';
import { isFilledByWaiting } from './to-pay';

/** 用暂收入账: a remittance for which enough waits is filled without another wire. */
export function FillFromSuspense({ remittance }: { remittance: Remittance }) {
  const [isOpen, setOpen] = useState(false);
  const isOffered = remittance.can.includes('allocate') && isFilledByWaiting(remittance);
  return (
    <>
      {isOffered && <Button onClick={() => setOpen(true)}>用暂收入账</Button>}
      {isOpen && <FillDrawer remittance={remittance} close={() => setOpen(false)} />}
    </>
  );
}

function FillDrawer({ remittance, close }: { remittance: Remittance; close: () => void }) {
  const { remittance_id, employer_id, employer_name, month, expected_fen } = remittance;
  const { message } = App.useApp();
  const [draft] = useState(() => draftOf<Choice>(`fill-${remittance_id}`));
  // What waits for this remittance goes first: what is left of it would wait for nothing.
  const [named, own] = useQueries({
    queries: [waitingQuery({ named: remittance_id }), waitingQuery({ owner: employer_id })],
  });
  const error = named.error ?? own.error;
  const isReady = named.data !== undefined && own.data !== undefined;
  return (
    <Drawer open title="用暂收入账" size={960} onClose={close} destroyOnHidden>
      <p>
        {employer_name} {month} 汇缴，应缴 {formatFen(expected_fen)}{' '}
        元。动用下列暂收款入账，余下的仍留在暂收。
      </p>
      {error ? <ProblemAlert error={error} /> : null}
      {!isReady && !error && <Skeleton active />}
      {isReady && (
        <Allocation
          first={{
            sources: enough([...named.data, ...own.data], expected_fen),
            dues: [remittance_id],
            typed: {},
          }}
          draft={draft}
          onDone={() => {
            message.success('已用暂收入账');
            close();
          }}
        />
      )}
    </Drawer>
  );
}

/** As many of the items, in order, as the amount takes. */
function enough(items: readonly Suspense[], amount: number): string[] {
  const ids = new Set<string>();
  let open = amount;
  for (const { suspense_id, left_fen } of items) {
    if (open <= 0) break;
    if (ids.has(suspense_id)) continue;
    ids.add(suspense_id);
    open -= left_fen;
  }
  return [...ids];
}
