const counts = new Intl.NumberFormat('zh-CN');

/** `1,234`: how many people, rows, vouchers. */
export function formatCount(count: number): string {
  return counts.format(count);
}
