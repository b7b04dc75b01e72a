import { Problem } from '@anju/api';
import { Alert, Button, Result, Space } from 'antd';
import type { ReactNode } from 'react';

/** The problem in anything that was thrown; what is none is a fault of the page itself. */
export function problemIn(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  return new Problem(0, {
    code: 'page_fault',
    detail: '页面出错了，请刷新后再试；如反复出现请告知系统管理员。',
  });
}

/** A refusal above a form or a list: its sentence, what it lists, and its code for the help desk. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = problemIn(error);
  return (
    <Alert
      className="problem"
      role="alert"
      type="error"
      showIcon
      title={problem.message}
      description={
        <Space orientation="vertical" size={2}>
          {problem.findings
            .filter((finding) => finding.sentence)
            .map((finding) => (
              <span key={`${finding.field}${finding.code}`}>{finding.sentence}</span>
            ))}
          <ProblemCode problem={problem} />
        </Space>
      }
      action={
        retry && (
          <Button size="small" onClick={retry}>
            重试
          </Button>
        )
      }
    />
  );
}

/** A refusal in place of a page. */
export function ProblemPage({ error, children }: { error: unknown; children?: ReactNode }) {
  const problem = problemIn(error);
  return (
    <Result
      status={statusOf(problem)}
      title={problem.message}
      subTitle={<ProblemCode problem={problem} />}
      extra={children}
    />
  );
}

function statusOf(problem: Problem): 403 | 404 | 'warning' {
  return problem.status === 403 || problem.status === 404 ? problem.status : 'warning';
}

function ProblemCode({ problem }: { problem: Problem }) {
  return (
    <span className="problem-code">
      代码 <code>{problem.code}</code>
      {problem.status > 0 && ` · ${problem.status}`}
    </span>
  );
}
