import type { AuditEvent } from '@anju/api';
import { serialText } from '../../app/series';

type Named = Pick<AuditEvent, 'subject_kind' | 'subject_id'> & { detail: unknown };

/** Ids and digests: no person reads them to the end. */
const LONG = /^[0-9a-f]{8}[0-9a-f-]{20,}$/;

/**
 * What people know the subject of an event by: its serial or number where the event tells it; an
 * id or a digest by its ends, for telling one from another.
 */
export function subjectLabel({ subject_kind, subject_id, detail }: Named): string {
  const told = toldOf(subject_kind, (detail ?? {}) as Record<string, unknown>);
  return told ?? (LONG.test(subject_id) ? shortened(subject_id) : subject_id);
}

/** What an event tells of its subject, where its kind has a name. */
function toldOf(kind: string, detail: Record<string, unknown>): string | undefined {
  switch (kind) {
    case 'arrival':
    case 'payer':
    case 'recovery':
    case 'remittance':
    case 'suspense':
    case 'transfer_case':
      return typeof detail.serial === 'number' ? serialText(kind, detail.serial) : undefined;
    case 'employer':
    case 'employer_change':
      return detail.employer_no ? String(detail.employer_no) : undefined;
    case 'resolution':
      return detail.number ? String(detail.number) : undefined;
    case 'staff':
      return detail.sign_in_name ? String(detail.sign_in_name) : undefined;
    default:
      return undefined;
  }
}

/** `c8d7af50…17a8d` of a digest; the ends of an id tell as much. */
function shortened(id: string): string {
  return `${id.slice(0, 8)}…${id.slice(-5)}`;
}
