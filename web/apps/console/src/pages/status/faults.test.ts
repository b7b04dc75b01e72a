import type { MonthAvailability, SystemStatus } from '@anju/api';
import { expect, test } from 'vitest';
import { faultsOf, leftOut } from './faults';

const HEALTHY: SystemStatus = {
  at: '2026-11-23T02:00:00.000000Z',
  version: '0.1.0',
  database: 'SQLite',
  database_bytes: 1_000_000,
  connections_in_use: 1,
  connections_max: 17,
  servers: [{ began_at: '2026-11-22T02:00:00.000000Z', beaten_at: '2026-11-23T01:59:30.000000Z' }],
  books: [{ book_label: '公积金账套', posted: 7, waiting: 1, age_s: 60 }],
  audit_waiting: 1,
  audit_age_s: 60,
  jobs: { waiting: 1, running: 0, dead: 0, overdue_s: 120 },
  last_close: null,
  last_backup_at: '2026-11-22T18:30:00.000000Z',
  backup_age_s: 26 * 3600,
  availability: [],
};

test('a system of which nothing is late has no fault', () => {
  expect(faultsOf(HEALTHY)).toEqual([]);
});

test('each fault is told once it is one', () => {
  const { jobs } = HEALTHY;
  const cases: [Partial<SystemStatus>, string][] = [
    [{ servers: [] }, '两分钟内没有任何服务写入心跳，此刻不计为可用；请核对数据库能否写入。'],
    [
      { books: [{ book_label: '增值账套', posted: 7, waiting: 1, age_s: 61 }] },
      '增值账套的凭证超过一分钟没有编号，请查看服务日志。',
    ],
    [{ audit_age_s: 61 }, '审计记录超过一分钟没有封存，请查看服务日志。'],
    [
      { jobs: { ...jobs, overdue_s: 121 } },
      '到期的系统任务已等 2 分钟没有服务办理，请查看服务日志。',
    ],
    [{ jobs: { ...jobs, dead: 3 } }, '有 3 个系统任务已停止，请在系统任务中查看原因。'],
    [{ backup_age_s: 26 * 3600 + 1 }, '已有 1 天 2 小时没有备份，请查看备份任务的日志。'],
    [{ backup_age_s: 40 * 86_400, last_backup_at: null }, '还没有做过备份，请安排每晚备份。'],
  ];
  for (const [change, sentence] of cases)
    expect(faultsOf({ ...HEALTHY, ...change })).toEqual([sentence]);
});

test('a month with more outages than are listed says so', () => {
  const month = (name: string, outage_count: number, listed: number): MonthAvailability => ({
    month: name,
    service_minutes: 43_200,
    unserved_minutes: 400,
    planned_minutes: 0,
    unknown_minutes: 0,
    served_ppm: 990_740,
    outage_count,
    outages: Array.from({ length: listed }, (_, at) => ({
      from: `2026-11-01T00:${10 + at}:00.000000Z`,
      to: `2026-11-01T00:${12 + at}:01.000000Z`,
      minutes: 3,
      cause: 'vanished',
      reason: null,
    })),
  });
  expect(leftOut([month('2026-11', 2, 2), month('2026-10', 1_250, 3)])).toEqual([
    '2026-10 共有 1,250 个时段，只列出最近 3 个；分钟数按全部计算。',
  ]);
});
