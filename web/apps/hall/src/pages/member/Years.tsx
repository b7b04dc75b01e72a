import { formatFen } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { MemberYear } from '../../api';
import { Card, Page } from '../../parts/Page';
import { yearsQuery } from './queries';

const YearChart = lazy(() =>
  import('./YearChart').then((module) => ({ default: module.YearChart })),
);

/** What was paid in year by year, drawn and in figures, and each year month by month. */
export function Years() {
  const { years } = useSuspenseQuery(yearsQuery).data;
  if (years.length === 0) {
    return (
      <Page title="历年缴存">
        <p className="empty">还没有缴存记录。单位为您缴存以后，会在这里看到每一年的数。</p>
      </Page>
    );
  }
  const newestFirst = years.toSorted((one, other) => other.year - one.year);
  return (
    <Page title="历年缴存" lead="单位和个人为您缴存的金额，按所属月份归入各年。">
      <Card label="历年缴存图">
        {/* The chart's code is larger than the rest of the hall: the figures don't wait for it. */}
        <Suspense fallback={<div className="chart" />}>
          <YearChart years={newestFirst.toReversed()} />
        </Suspense>
      </Card>
      <Card title="各年合计">
        <YearTable years={newestFirst} />
      </Card>
      <Card title="逐月查看">
        {newestFirst.map((year) => (
          <MonthsOf key={year.year} year={year} />
        ))}
      </Card>
    </Page>
  );
}

function YearTable({ years }: { years: MemberYear[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">年</th>
          <th scope="col">单位（元）</th>
          <th scope="col">个人（元）</th>
          <th scope="col">合计（元）</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, employer_fen, member_fen, total_fen }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td data-label="单位">{formatFen(employer_fen)}</td>
            <td data-label="个人">{formatFen(member_fen)}</td>
            <td data-label="合计">{formatFen(total_fen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MonthsOf({ year: { year, months } }: { year: MemberYear }) {
  return (
    <details className="row">
      <summary>
        <b>{year} 年</b>
        <span className="hint">{months.length} 个月</span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">月</th>
            <th scope="col">单位（元）</th>
            <th scope="col">个人（元）</th>
            <th scope="col">入账日期</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, employer_fen, member_fen, posted_on }) => (
            <tr key={`${month}${posted_on}`}>
              <th scope="row">{month}</th>
              <td data-label="单位">{formatFen(employer_fen)}</td>
              <td data-label="个人">{formatFen(member_fen)}</td>
              <td data-label="入账">{posted_on ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
