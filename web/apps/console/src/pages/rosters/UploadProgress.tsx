import { formatCount } from '@anju/ui';
import { Progress } from 'antd';
import type { ReadingProgress } from './queries';

/** Where an upload is: on its way to the server, or being read there. */
export type Stage =
  | { kind: 'sending'; part: number }
  | ({ kind: 'reading'; elapsedMs: number } & ReadingProgress);

/** How far an upload has come, in rows and in time left. Leaving the page doesn't stop it. */
export function UploadProgress({ stage }: { stage: Stage }) {
  const percent = stage.kind === 'sending' ? stage.part * 100 : percentRead(stage);
  return (
    <div role="status">
      <Progress aria-label="上传进度" percent={Math.floor(percent)} status="active" />
      <p className="hint">{wordsOf(stage)}</p>
    </div>
  );
}

function percentRead({ rows, rows_expected: expected }: ReadingProgress): number {
  return expected > 0 ? Math.min(99, (rows / expected) * 100) : 0;
}

function wordsOf(stage: Stage): string {
  if (stage.kind === 'sending') return stage.part < 1 ? '正在上传文件' : '正在打开文件';
  const { rows, rows_expected: expected, elapsedMs } = stage;
  const leftMs = rows > 0 ? (elapsedMs / rows) * (expected - rows) : 0;
  return `已核对 ${formatCount(rows)} 行，共约 ${formatCount(expected)} 行，约剩 ${duration(leftMs)}。离开本页不影响核对，完成后在清册列表中查看。`;
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
