import type { Fen } from '@anju/api';
import { formatFen, palettes, useMode } from '@anju/ui';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { MemberYear } from '../../api';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** Contributions by year as bars, the employer's part and the member's upon each other. */
export function YearChart({ years }: { years: MemberYear[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { mode } = useMode();
  useEffect(() => {
    if (box.current === null) return undefined;
    const { action, text, textSecondary, line, surface } = palettes[mode];
    const chart = init(box.current);
    const part = (name: string, color: string, of: (year: MemberYear) => Fen) => ({
      type: 'bar',
      stack: 'year',
      name,
      barMaxWidth: 36,
      itemStyle: { color },
      data: years.map(of),
    });
    chart.setOption({
      animation: false,
      grid: { left: 56, right: 8, top: 36, bottom: 28 },
      legend: { top: 0, textStyle: { color: text, fontSize: 14 } },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        confine: true,
        backgroundColor: surface,
        textStyle: { color: text },
        valueFormatter: (fen: unknown) => `${formatFen(fen as Fen)} 元`,
      },
      xAxis: {
        type: 'category',
        data: years.map(({ year }) => String(year)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line } },
        axisLabel: { color: textSecondary, fontSize: 14 },
      },
      yAxis: {
        type: 'value',
        splitNumber: 4,
        axisLabel: { color: textSecondary, fontSize: 14, formatter: axisYuan },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        part('单位', action, ({ employer_fen }) => employer_fen),
        part('个人', textSecondary, ({ member_fen }) => member_fen),
      ],
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [years, mode]);
  return <div ref={box} className="chart" role="img" aria-label="历年缴存柱状图，数值见下表" />;
}

/** `5000`, `1.5 万`: yuan, as an axis has room for them. */
function axisYuan(fen: number): string {
  if (fen < 1_000_000) return String(Math.round(fen / 100));
  const tenths = Math.round(fen / 100_000);
  return `${Math.trunc(tenths / 10)}${tenths % 10 ? `.${tenths % 10}` : ''} 万`;
}
