import type { Wire } from './wire';

/** What the server says is wrong with one field or one row. */
export type Finding = { code: string; field?: string; sentence?: string };

/** The thing that a refusal sends people to: what it is, its id, and what people know it by. */
export type See = Wire<'See'>;

/** A refusal of the server (`application/problem+json`), thrown by {@link call}. */
export class Problem extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable word for programs, such as `voucher_unbalanced`. */
  readonly code: string;
  /** The field it is about, where there is one. */
  readonly field: string | undefined;
  readonly findings: Finding[];
  /** Where its sentence sends people, where it sends them somewhere. */
  readonly see: See | undefined;

  constructor(status: number, body: Record<string, unknown>) {
    const detail = typeof body.detail === 'string' ? body.detail : undefined;
    super(detail ?? '系统暂时无法处理，请稍后再试。');
    this.name = 'Problem';
    this.status = status;
    this.code = typeof body.code === 'string' ? body.code : 'unknown';
    this.field = typeof body.field === 'string' ? body.field : undefined;
    this.findings = Array.isArray(body.findings) ? body.findings : [];
    this.see = typeof body.see === 'object' && body.see !== null ? (body.see as See) : undefined;
  }

  /** Whether nobody is signed in, or no longer. */
  get signedOut(): boolean {
    return this.status === 401;
  }
}

/** The refusal in whatever an answer carried: a proxy's page or nothing at all is one too. */
export function problemOf(status: number, body: unknown): Problem {
  const isObject = typeof body === 'object' && body !== null;
  return new Problem(status, isObject ? (body as Record<string, unknown>) : {});
}
