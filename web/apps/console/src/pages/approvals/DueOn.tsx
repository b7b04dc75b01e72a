import type { ApprovalSummary } from '@anju/api';
import { dateInBeijing, daysBetween } from '@anju/ui';

type Props = Pick<ApprovalSummary, 'due_on' | 'overdue'>;

/** The day by which a step should be decided; past it, how many days late, in the warning colour. */
export function DueOn({ due_on, overdue }: Props) {
  if (!overdue) return <>{due_on}</>;
  const days = daysBetween(due_on, dateInBeijing(new Date()));
  return (
    <span className="due">
      {due_on} 逾期 {days} 天
    </span>
  );
}
