import { Problem } from '@anju/api';
import { findingsByField } from '@anju/ui';
import type { ReactNode } from 'react';

/** The problem in anything that was thrown; what is none is a fault of the page itself. */
export function problemIn(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, {
    code: 'page_fault',
    detail: '页面出错了，请刷新后再试；还不行请拨打 12329。',
  });
}

type Props = {
  error: unknown;
  retry?: () => void;
  /** Fields that say it themselves. */
  fields?: readonly string[];
};

/** Why something couldn't be done: the sentence, what it lists, and its code for the hotline. */
export function ProblemNote({ error, retry, fields = [] }: Props) {
  const problem = problemIn(error);
  const found = findingsByField(problem, fields);
  // Beside its field it is said already, and the focus is there.
  if (found.fields.length > 0 && found.rest.length === 0) return null;
  const rest = found.rest.filter(({ sentence }) => sentence && sentence !== problem.message);
  return (
    <div className="note note--due" role="alert">
      <p>{problem.message}</p>
      {rest.map(({ code, field, sentence }) => (
        <p key={`${field}${code}`}>{sentence}</p>
      ))}
      <p className="hint">错误码 {problem.code}</p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          重试
        </button>
      )}
    </div>
  );
}

type NoteProps = { tone?: 'quiet' | 'due'; children: ReactNode };

/** Something to know, said at once to whoever listens. */
export function Note({ tone = 'quiet', children }: NoteProps) {
  return (
    <div className={`note note--${tone}`} role="status">
      {children}
    </div>
  );
}
