import type { Home as HomeFigures } from '@anju/api';
import { formatCount, formatFen, Money, ProblemAlert } from '@anju/ui';
import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { Way } from '../../app/links';
import { Page, Panel } from '../../app/Page';
import { useWaiting } from '../../app/waiting';
import { homeQuery } from './queries';
import { Tour } from './Tour';
import './home.css';

/** The charting library is large; the figures don't wait for it. */
const TrendChart = lazy(() =>
  import('./TrendChart').then(({ TrendChart: chart }) => ({ default: chart })),
);

/** The day's figures, what waits, and the way through the main job. */
export function Home() {
  const { data: home, error, refetch } = useQuery(homeQuery);
  return (
    <Page title="今日业务">
      {error ? <ProblemAlert error={error} retry={refetch} /> : null}
      {home ? <Figures home={home} /> : <Skeleton active />}
      <div className="home-columns">
        <Panel title={words('近十二个月汇缴额（元）', home ? scopesOf(home).ofBranch : '')}>
          {home && <Trend trend={home.trend} />}
        </Panel>
        <div>
          <Panel title="待办">{home && <Waiting home={home} />}</Panel>
          <Panel title="从清册到入账">
            <Tour />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

type To = { to: NonNullable<LinkProps['to']>; search?: Record<string, string> };

/** The rows behind a figure, for those to whom they open; for others the figure alone. */
function Behind({ to, search = {}, children }: To & { children: ReactNode }) {
  return (
    <Way to={to} search={search as never} instead={<div className="no-way">{children}</div>}>
      {children}
    </Way>
  );
}

/** What a figure is of: said where a person sees its branch's figures beside the whole centre's. */
function scopesOf({ branch_name }: HomeFigures): { ofBranch: string; ofCentre: string } {
  return branch_name
    ? { ofBranch: branch_name, ofCentre: '全中心' }
    : { ofBranch: '', ofCentre: '' };
}

function words(...parts: string[]): string {
  return parts.filter(Boolean).join('　');
}

function Figures({ home }: { home: HomeFigures }) {
  const { month, today, tail } = home;
  const onToday = {
    'business_date.from': home.business_date,
    'business_date.to': home.business_date,
  };
  const { ofBranch, ofCentre } = scopesOf(home);
  const figures: (To & { label: string; value: ReactNode; note?: string })[] = [
    {
      label: '缴存余额（元）',
      value: <Money fen={home.fund_balance_fen} />,
      note: ofCentre,
      to: '/balances',
    },
    {
      label: '缴存单位',
      value: formatCount(home.employers),
      note: ofBranch,
      to: '/employers',
      search: { contributes: 'true' },
    },
    {
      label: '缴存职工',
      value: formatCount(home.accounts),
      note: ofBranch,
      to: '/accounts',
      search: { contributes: 'true' },
    },
    {
      label: `${month.month} 汇缴（元）`,
      value: <Money fen={month.remitted_fen} />,
      note: words(`${formatCount(month.remittances)} 笔`, ofBranch),
      to: '/remittances',
      search: { month: month.month, status: 'posted' },
    },
    {
      label: '今日到账（元）',
      value: <Money fen={today.arrivals_fen} />,
      note: words(`${formatCount(today.arrivals)} 笔`, ofCentre),
      to: '/arrivals',
      search: onToday,
    },
    {
      label: '今日到账已入账（元）',
      value: <Money fen={today.posted_fen} />,
      note: words('全额入账的，冲销后不计', ofCentre),
      to: '/arrivals',
      search: { ...onToday, status: 'posted' },
    },
    {
      label: '今日凭证',
      value: formatCount(today.vouchers),
      note: words(tail.vouchers > 0 ? `${formatCount(tail.vouchers)} 张待编号` : '', ofCentre),
      to: '/vouchers',
      search: onToday,
    },
  ];
  return (
    <ul className="figures">
      {figures.map(({ label, value, note, ...to }) => (
        <li key={label}>
          <Behind {...to}>
            <span className="figure-label">{label}</span>
            <span className="figure-value">{value}</span>
            <span className="figure-note">{note || '\u00a0'}</span>
          </Behind>
        </li>
      ))}
    </ul>
  );
}

function Trend({ trend }: Pick<HomeFigures, 'trend'>) {
  return (
    <>
      <Suspense fallback={<div className="chart" />}>
        <TrendChart trend={trend} />
      </Suspense>
      <table className="trend-table" aria-label="近十二个月汇缴额">
        <tbody>
          {[trend.slice(0, 6), trend.slice(6)].map((half) => (
            <tr key={half[0]?.month}>
              {half.map(({ month, remitted_fen }) => (
                <td key={month}>
                  <span className="hint">{month}</span>
                  <Way to="/remittances" search={{ month, status: 'posted' }}>
                    {formatFen(remitted_fen)}
                  </Way>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ToApprove({ overdue }: { overdue: number }) {
  if (overdue === 0) return <>件审批待我办理</>;
  return (
    <>
      件审批待我办理，<span className="due">其中逾期 {formatCount(overdue)} 件</span>
    </>
  );
}

function Waiting({ home }: { home: HomeFigures }) {
  const { waiting } = home;
  const { ofCentre } = scopesOf(home);
  const approvals = useWaiting();
  const rows: (To & { count: number; text: ReactNode })[] = [
    {
      count: approvals?.waiting ?? 0,
      text: <ToApprove overdue={approvals?.overdue ?? 0} />,
      to: '/approvals',
    },
    {
      count: waiting.remittances_assessed,
      text: '笔核定等待到账',
      to: '/remittances',
      search: { status: 'assessed' },
    },
    {
      count: waiting.suspense,
      text: words(`笔暂收待处理，共 ${formatFen(waiting.suspense_fen)} 元`, ofCentre),
      to: '/suspense',
      search: { status: 'waiting' },
    },
    {
      count: waiting.employers_in_arrears,
      text: '个单位欠缴',
      to: '/arrears',
    },
  ];
  const due = rows.filter(({ count }) => count > 0);
  if (due.length === 0) return <p className="hint">没有待办。</p>;
  return (
    <ul className="waiting">
      {due.map(({ count, text, ...to }) => (
        <li key={to.to}>
          <Behind {...to}>
            <strong>{formatCount(count)}</strong> {text}
          </Behind>
        </li>
      ))}
    </ul>
  );
}
