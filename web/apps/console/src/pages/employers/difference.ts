import type { Employer, EmployerChange, EmployerField } from '@anju/api';
import { employerField } from '@anju/ui';
import type { CodeSet } from '../../app/codes';

/** What the form of a change holds: the wire's own shape, any part of it still missing. */
export type ChangeDraft = Partial<Omit<EmployerChange, 'seen' | 'legal_person' | 'agent'>> & {
  legal_person?: Partial<NonNullable<EmployerChange['legal_person']>>;
  agent?: Partial<NonNullable<EmployerChange['agent']>>;
};

type Word = (set: CodeSet, code: string) => string;

/** A field of the form: where it is, and how what it holds is shown. */
type Part = {
  field: EmployerField;
  path: readonly [string] | readonly ['legal_person' | 'agent', string];
  /** The set that its codes are of. */
  codes?: CodeSet;
  /** Whose value is masked: only what is typed is a change, since nobody can see what stands. */
  masked?: true;
};

const PARTS: readonly Part[] = [
  { field: 'name', path: ['name'] },
  { field: 'credit_code', path: ['credit_code'] },
  { field: 'address', path: ['address'] },
  { field: 'postcode', path: ['postcode'] },
  { field: 'email', path: ['email'] },
  { field: 'payday', path: ['payday'] },
  { field: 'affiliation', path: ['affiliation'], codes: 'affiliation' },
  { field: 'economic_type', path: ['economic_type'], codes: 'economic_type' },
  { field: 'industry', path: ['industry'], codes: 'industry' },
  { field: 'bank_code', path: ['bank_code'], codes: 'bank' },
  { field: 'legal_person_name', path: ['legal_person', 'name'], masked: true },
  { field: 'legal_person_id_kind', path: ['legal_person', 'id_kind'], codes: 'id_kind' },
  { field: 'legal_person_id_number', path: ['legal_person', 'id_number'], masked: true },
  { field: 'agent_name', path: ['agent', 'name'], masked: true },
  { field: 'agent_id_kind', path: ['agent', 'id_kind'], codes: 'id_kind' },
  { field: 'agent_id_number', path: ['agent', 'id_number'], masked: true },
  { field: 'agent_mobile', path: ['agent', 'mobile'], masked: true },
  { field: 'agent_phone', path: ['agent', 'phone'], masked: true },
];

/** A field that is to hold something else, as people read it. */
export type Difference = { field: EmployerField; label: string; before: string; after: string };

/** The value at a path, as text; nothing where there is none. */
function at(values: object, path: Part['path']): string {
  let value: unknown = values;
  for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step];
  return value === undefined || value === null ? '' : String(value).trim();
}

const differs = (employer: Employer, draft: ChangeDraft, { path, masked }: Part): boolean => {
  const typed = at(draft, path);
  return masked ? typed !== '' : typed !== at(employer, path);
};

/** What the form would change, in the order of the form. */
export function differencesOf(employer: Employer, draft: ChangeDraft, word: Word): Difference[] {
  const shown = (values: object, { path, codes }: Part) => {
    const value = at(values, path);
    if (value === '') return '（空）';
    return codes ? word(codes, value) : value;
  };
  return PARTS.filter((part) => differs(employer, draft, part)).map((part) => ({
    field: part.field,
    label: employerField[part.field].label,
    before: shown(employer, part),
    after: shown(draft, part),
  }));
}

/** What is sent: how the employer was seen, the basis, and the fields that differ, empty where emptied. */
export function changeOf(employer: Employer, draft: ChangeDraft): EmployerChange {
  const body: Record<string, unknown> = {};
  for (const part of PARTS) {
    if (!differs(employer, draft, part)) continue;
    const [first, second] = part.path;
    const value = part.field === 'payday' ? draft.payday : at(draft, part.path);
    if (second === undefined) body[first] = value;
    else body[first] = { ...(body[first] as object | undefined), [second]: value };
  }
  return { ...body, seen: employer.change_count, basis: draft.basis?.trim() ?? '' };
}
