import type { Job, JobStep } from '@anju/api';
import { formatCount } from '@anju/ui';
import { Progress, Steps } from 'antd';

/** The steps of a job: what is done, what is being done and how far, what is to come. */
export function JobSteps({ job, now = Date.now() }: { job: Job; now?: number }) {
  const isStuck = job.status === 'dead' || job.status === 'cancelled';
  return (
    <Steps
      size="small"
      current={job.steps.filter(({ ended_at }) => ended_at).length}
      orientation="vertical"
      items={job.steps.map((step) => ({
        title: step.label,
        status: statusOf(step, isStuck),
        content: <StepWords step={step} now={now} />,
      }))}
    />
  );
}

function statusOf({ begun_at, ended_at }: JobStep, isStuck: boolean) {
  if (ended_at) return 'finish';
  if (!begun_at) return 'wait';
  return isStuck ? 'error' : 'process';
}

function StepWords({ step, now }: { step: JobStep; now: number }) {
  if (step.ended_at) return <>{step.told}</>;
  if (!step.begun_at || step.done === 0) return null;
  if (step.total === 0) return <>已处理 {formatCount(step.done)}</>;
  const percent = Math.min(99, Math.floor((step.done / step.total) * 100));
  return (
    <>
      <Progress aria-label={step.label} percent={percent} status="active" />
      已处理 {formatCount(step.done)}，共 {formatCount(step.total)}
      {step.done < step.total && `，约剩 ${timeLeft(step, Date.parse(step.begun_at), now)}`}
    </>
  );
}

/** How long the rest takes if it goes on as fast as until now. */
function timeLeft({ done, total }: JobStep, begunMs: number, nowMs: number): string {
  const leftMs = (Math.max(0, nowMs - begunMs) / done) * (total - done);
  const seconds = Math.ceil(leftMs / 1000);
  return seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
