import type { AuditEvent } from '@anju/api';

type Named = Pick<AuditEvent, 'subject_kind' | 'subject_id'> & { detail: unknown };

/** How 业务流水 of a kind of thing begin. */
const SERIES: Readonly<Record<string, string>> = {
  arrival: 'DZ',
  payer: 'DF',
  recovery: 'ZK',
  remittance: 'HJ',
  suspense: 'ZS',
  transfer_case: 'ZY',
};

/** Ids and digests: no person reads them to the end. */
const LONG = /^[0-9a-f]{8}[0-9a-f-]{20,}$/;

/**
 * What people know the subject of an event by: its serial or number where the event tells it; an
 * id or a digest by its ends, for telling one from another.
 */
export function subjectLabel({ subject_kind, subject_id, detail }: Named): string {
  const told = (detail ?? {}) as Record<string, unknown>;
  const series = SERIES[subject_kind];
  if (series && typeof told.serial === 'number') {
    return `${series}${String(told.serial).padStart(8, '0')}`;
  }
  const number = subject_kind === 'employer' ? told.employer_no : told.sign_in_name;
  if (['employer', 'staff'].includes(subject_kind) && number) return String(number);
  return LONG.test(subject_id) ? shortened(subject_id) : subject_id;
}

/** `c8d7af50…17a8d` of a digest; the ends of an id tell as much. */
export function shortened(id: string): string {
  return `${id.slice(0, 8)}…${id.slice(-5)}`;
}
