import { type Job, maxLengths } from '@anju/api';
import { formatInstant, jobStatus, ProblemAlert, StatusTag } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useChange } from '../../app/change';
import { JobSteps } from '../../app/JobSteps';
import { isOpen, jobQuery, useFollowed } from '../../app/job';
import { ButtonLink } from '../../app/links';
import { type Fact, Page, Panel } from '../../app/Page';
import { About } from './About';
import { cancelJob, retryJob } from './queries';

function factsOf(job: Job): Fact[] {
  const facts: Fact[] = [
    { label: '对象', value: <About job={job} /> },
    { label: '提交人', value: job.asked_by_name },
    { label: '提交', value: formatInstant(job.asked_at) },
    { label: '次数', value: `${job.attempts} / ${job.attempts_max}` },
  ];
  if (job.status === 'waiting') facts.push({ label: '下次运行', value: formatInstant(job.due_at) });
  if (job.ended_at) facts.push({ label: '结束', value: formatInstant(job.ended_at) });
  if (job.cancel_reason) facts.push({ label: '取消原因', value: job.cancel_reason });
  return facts;
}

/** One job: its steps as they go on, what stands in the way, and what may be done about it. */
export function JobDetail() {
  const { jobId } = useParams({ from: '/desk/jobs/$jobId' });
  const job = useSuspenseQuery(jobQuery(jobId)).data;
  useFollowed(jobId, isOpen(job));
  return (
    <Page
      title={job.kind_label}
      tag={<StatusTag status={job.status} words={jobStatus} />}
      facts={factsOf(job)}
      actions={<Actions job={job} />}
    >
      {job.problem && (
        <Alert
          className="outcome"
          type={isOpen(job) ? 'warning' : 'error'}
          showIcon
          title={job.problem}
          description={job.problem_detail && <code>{job.problem_detail}</code>}
        />
      )}
      <Panel title="步骤">
        <JobSteps job={job} />
      </Panel>
    </Page>
  );
}

function Actions({ job }: { job: Job }) {
  const { message } = App.useApp();
  const [cancelling, setCancelling] = useState(false);
  const retry = useChange(retryJob);
  const again = () =>
    retry.mutate(job.job_id, {
      onSuccess: () => message.success('已重新提交'),
      onError: (error) => message.error(error.message),
    });
  return (
    <>
      {job.can.includes('cancel') && <Button onClick={() => setCancelling(true)}>取消任务</Button>}
      {job.can.includes('retry') && (
        <Button type="primary" loading={retry.isPending} onClick={again}>
          重试
        </Button>
      )}
      <ButtonLink to="/jobs">返回列表</ButtonLink>
      {cancelling && <CancelJob job={job} close={() => setCancelling(false)} />}
    </>
  );
}

function CancelJob({ job, close }: { job: Job; close: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const cancel = useChange(cancelJob);
  const submit = ({ reason }: { reason: string }) =>
    cancel.mutate(
      { id: job.job_id, reason: reason.trim() },
      {
        onSuccess: () => {
          message.success('已取消');
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`取消${job.kind_label}？`}
      okText="取消任务"
      cancelText="返回"
      okButtonProps={{ danger: true, loading: cancel.isPending }}
      onOk={form.submit}
      onCancel={close}
    >
      <p>该任务不再办理，已完成的步骤不撤销；原因记入审计记录。</p>
      {cancel.error ? <ProblemAlert error={cancel.error} /> : null}
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, message: '请填写原因' }]}
        >
          <Input maxLength={maxLengths.JobCancellation.reason} showCount autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
