import type { Fen } from '@anju/api';
import { formatFen } from './amount';

/** An amount: tabular figures, right-aligned in its cell, negative in parentheses and red. */
export function Money({ fen }: { fen: Fen | null | undefined }) {
  if (fen === null || fen === undefined) return <span className="money">–</span>;
  const className = fen < 0 ? 'money money--negative' : 'money';
  return <span className={className}>{formatFen(fen)}</span>;
}
