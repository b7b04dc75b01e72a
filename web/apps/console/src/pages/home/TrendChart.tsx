import type { Fen, Home } from '@anju/api';
import { formatFen, palettes, useMode } from '@anju/ui';
import { useNavigate } from '@tanstack/react-router';
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useMayOpen } from '../../app/links';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** The year's remitted amounts as bars; a click opens the month's remittances to who may see them. */
export function TrendChart({ trend }: Pick<Home, 'trend'>) {
  const box = useRef<HTMLDivElement>(null);
  const { mode } = useMode();
  const navigate = useNavigate();
  const mayOpen = useMayOpen()('/remittances');
  useEffect(() => {
    if (box.current === null) return undefined;
    const { action, textSecondary, line } = palettes[mode];
    const chart = init(box.current);
    chart.setOption({
      animation: false,
      grid: { left: 56, right: 8, top: 12, bottom: 24 },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (fen: unknown) => formatFen(fen as Fen),
      },
      xAxis: {
        type: 'category',
        data: trend.map(({ month }) => month),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line } },
        axisLabel: { color: textSecondary },
      },
      yAxis: {
        type: 'value',
        axisLabel: {
          color: textSecondary,
          formatter: (fen: number) => `${Math.round(fen / 1_000_000)} 万`,
        },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        {
          type: 'bar',
          name: '汇缴额',
          barMaxWidth: 28,
          itemStyle: { color: action },
          data: trend.map(({ remitted_fen }) => remitted_fen),
        },
      ],
    });
    if (mayOpen) {
      chart.on('click', ({ name }) => {
        navigate({ to: '/remittances', search: { month: name, status: 'posted' } });
      });
    }
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [trend, mode, navigate, mayOpen]);
  return (
    <div ref={box} className="chart" role="img" aria-label="近十二个月汇缴额柱状图，数值见下表" />
  );
}
