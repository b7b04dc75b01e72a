/** Months are `2026-11` and dates `2026-11-22` on the wire and on the screen; only instants change. */

const instant = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant of the wire as Beijing time to the minute: `2026-11-22 10:31`. */
export function formatInstant(text: string): string {
  const part = Object.fromEntries(
    instant.formatToParts(new Date(text)).map((piece) => [piece.type, piece.value]),
  );
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** The calendar's date in Beijing at an instant; the business date may be before or after it. */
export function dateInBeijing(now: Date): string {
  return formatInstant(now.toISOString()).slice(0, 10);
}

const DAY_MS = 86_400_000;

/** The day so many days after `day` (before it when negative). */
export function addDays(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between two days; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** `2026 年 11 月`, as notices and statements write a month. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-');
  return `${year} 年 ${Number(number)} 月`;
}

/** `2026 年 11 月 22 日`, as vouchers write a day. */
export function dayInWords(day: string): string {
  const [year, month, number] = day.split('-');
  return `${year} 年 ${Number(month)} 月 ${Number(number)} 日`;
}

/** The month a date lies in. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The month `by` months after `month` (before it when negative). */
export function addMonths(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  const count = (year ?? 0) * 12 + (number ?? 1) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
