import type { MonthAvailability, SystemStatus } from '@anju/api';
import { formatCount } from '@anju/ui';
import { formatSpan } from './words';

/*
 * When somebody has to look: the bounds at which a program that watches would wake somebody, as the
 * table in docs/OPERATIONS.md has them.
 */

/** A tail that waits longer means that nobody keeps the books; `verify` reports it as well. */
const TAIL_MAX_S = 60;
/** A job that may run and waits longer: no server does jobs. */
const JOB_MAX_S = 120;
/** A backup each night, and two hours for it. */
const BACKUP_MAX_S = 26 * 3600;

/** What somebody has to look at, in sentences. */
export function faultsOf(status: SystemStatus): string[] {
  const { servers, books, audit_age_s, jobs } = status;
  const faults: string[] = [];
  if (servers.length === 0)
    faults.push('两分钟内没有任何服务写入心跳，此刻不计为可用；请核对数据库能否写入。');
  const late = books.filter((book) => book.age_s > TAIL_MAX_S);
  for (const { book_label } of late)
    faults.push(`${book_label}的凭证超过一分钟没有编号，请查看服务日志。`);
  if (audit_age_s > TAIL_MAX_S) faults.push('审计记录超过一分钟没有封存，请查看服务日志。');
  if (jobs.overdue_s > JOB_MAX_S)
    faults.push(`到期的系统任务已等 ${formatSpan(jobs.overdue_s)}没有服务办理，请查看服务日志。`);
  if (jobs.dead > 0)
    faults.push(`有 ${formatCount(jobs.dead)} 个系统任务已停止，请在系统任务中查看原因。`);
  if (status.backup_age_s > BACKUP_MAX_S) faults.push(withoutBackup(status));
  return faults;
}

function withoutBackup({ last_backup_at, backup_age_s }: SystemStatus): string {
  if (!last_backup_at) return '还没有做过备份，请安排每晚备份。';
  return `已有 ${formatSpan(backup_age_s)}没有备份，请查看备份任务的日志。`;
}

/** What the list of outages doesn't tell, month by month. */
export function leftOut(months: MonthAvailability[]): string[] {
  const cut = months.filter(({ outage_count, outages }) => outage_count > outages.length);
  return cut.map(
    ({ month, outage_count, outages }) =>
      `${month} 共有 ${formatCount(outage_count)} 个时段，只列出最近 ${outages.length} 个；分钟数按全部计算。`,
  );
}
