import { Problem, type See } from '@anju/api';
import { Alert, Button, Space } from 'antd';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import { findingsByField } from './problem';

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

/** The way to a thing that a refusal sends people to; the application says where things live. */
export const SeeContext = createContext<ComponentType<See & { children: ReactNode }> | undefined>(
  undefined,
);

type ProblemAlertProps = {
  error: unknown;
  retry?: () => void;
  /** The form's fields: what stands beside them isn't said twice. */
  fields?: readonly string[];
};

/** A refusal above a form or a list: its sentence, what it lists, and its code for the help desk. */
export function ProblemAlert({ error, retry, fields = [] }: ProblemAlertProps) {
  const problem = problemIn(error);
  const { rest } = findingsByField(problem, fields);
  return (
    <Alert
      className="problem"
      role="alert"
      type="error"
      showIcon
      title={problem.message}
      description={
        <Space orientation="vertical" size={2}>
          {rest
            .filter(({ sentence }) => sentence && sentence !== problem.message)
            .map((finding) => (
              <span key={`${finding.field}${finding.code}`}>{finding.sentence}</span>
            ))}
          <SeeLink problem={problem} />
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

/** A refusal in place of a page, with ways on. */
export function ProblemPage({ error, children }: { error: unknown; children?: ReactNode }) {
  const problem = problemIn(error);
  return (
    <section className="problem-page" role="alert">
      <h1>{problem.message}</h1>
      <ProblemCode problem={problem} />
      <p>{children}</p>
    </section>
  );
}

function SeeLink({ problem: { see } }: { problem: Problem }) {
  const Way = useContext(SeeContext);
  return see && Way ? <Way {...see}>查看 {see.label}</Way> : null;
}

function ProblemCode({ problem }: { problem: Problem }) {
  return <span className="problem-code">错误码 {problem.code}</span>;
}
