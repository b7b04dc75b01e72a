import { type AuditEvent, fen } from '@anju/api';
import { Money } from '@anju/ui';
import type { ReactNode } from 'react';
import { useBranchOptions, useDepartmentOptions } from '../../app/codes';
import { Thing } from '../../app/Thing';
import { particularText, particularWord, subjectWord } from './words';

type Names = ReadonlyMap<string, string>;

/** Everything that an event says, a line each. */
export function Particulars({ event }: { event: AuditEvent }) {
  const options = [...useBranchOptions(), ...useDepartmentOptions()];
  const names: Names = new Map(options.map(({ value, label }) => [value, label]));
  const detail = Object.entries(event.detail as Record<string, unknown>);
  return (
    <dl className="particulars">
      <Line name="对象">
        {subjectWord(event.subject_kind)}{' '}
        <Thing kind={event.subject_kind} id={event.subject_id}>
          <code>{event.subject_id}</code>
        </Thing>
      </Line>
      {detail.map(([name, value]) => (
        <Line key={name} name={particularWord(name)}>
          <Particular name={name} value={value} names={names} />
        </Line>
      ))}
      <Line name="操作者">
        <code>{event.actor}</code>
      </Line>
      <Line name="记录号">
        <code>{event.audit_id}</code>
      </Line>
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Particular({ name, value, names }: { name: string; value: unknown; names: Names }) {
  if (value === null || value === '') return <>–</>;
  if (typeof value === 'number' && name.endsWith('_fen')) return <Money fen={fen(value)} />;
  if (Array.isArray(value)) return <>{value.map(inWords).join('、') || '–'}</>;
  if (typeof value === 'object') return <>{inWords(value)}</>;
  const text = particularText(name, value);
  if (name === 'facts') return <code className="hash">{text}</code>;
  return (
    <Thing kind={name} id={text}>
      {names.get(text) ?? text}
    </Thing>
  );
}

/** What stands in a list, each of its parts with its word. */
function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value);
  return parts.map(([name, part]) => `${particularWord(name)} ${inWords(part)}`).join('，');
}
