import type { Outage } from '@anju/api';

/** Why nobody was served. */
export const causeWords: Record<Outage['cause'], string> = {
  vanished: '意外中断',
  stopped: '未经登记的停止',
  planned: '计划停机',
  unknown: '恢复备份，情况不明',
};

/** A number of bytes as people say it. */
export function formatBytes(bytes: number): string {
  const units = ['字节', 'KB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** So many seconds in the two largest units that they fill. */
export function formatSpan(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} 天 ${hours % 24} 小时`;
  if (hours > 0) return `${hours} 小时 ${minutes % 60} 分钟`;
  if (minutes > 0) return `${minutes} 分钟`;
  return `${seconds} 秒`;
}

/** Millionths as a percentage to the digit that is known: never rounded up to a whole. */
export function formatServed(ppm: number | null | undefined): string {
  if (ppm === null || ppm === undefined) return '–';
  return `${Math.floor(ppm / 10_000)}.${String(ppm % 10_000).padStart(4, '0')}%`;
}

/** The seconds from one instant to another. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}
