import { api, type Code, call } from '@anju/api';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from './actions';

const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: () => call(api.GET('/api/codes')),
  staleTime: Number.POSITIVE_INFINITY,
});

const branchesQuery = queryOptions({
  queryKey: ['branches'],
  queryFn: () => call(api.GET('/api/branches')),
  staleTime: Number.POSITIVE_INFINITY,
});

const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: () => call(api.GET('/api/departments')),
  staleTime: Number.POSITIVE_INFINITY,
});

const actionsQuery = queryOptions({
  queryKey: ['actions'],
  queryFn: () => call(api.GET('/api/actions')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The closed sets of codes that forms and pages need, by the wire's names. */
export type CodeSet =
  | 'affiliation'
  | 'economic_type'
  | 'industry'
  | 'bank'
  | 'id_kind'
  | 'unmask_purpose';

/** The words of the codes, and the codes as choices. */
export function useCodes() {
  const sets = useQuery(codesQuery).data;
  const all = (set: CodeSet): Code[] => sets?.[set] ?? [];
  return {
    labelOf: (set: CodeSet, code: string): string =>
      all(set).find((one) => one.code === code)?.label ?? code,
    options: (set: CodeSet) =>
      all(set).map(({ code, label }) => ({ value: code, label: withCode(code, label) })),
  };
}

/** Clerks know the national codes by heart; words of ours are no codes to them. */
function withCode(code: string, label: string): string {
  return /^[0-9A-Z]+$/.test(code) ? `${code} ${label}` : label;
}

/** The centre's branches as choices; none for those who may not see them, without asking in vain. */
export function useBranchOptions(): { value: string; label: string }[] {
  const branches = useQuery({ ...branchesQuery, enabled: useMay('branch.read') }).data?.items ?? [];
  return branches.map(({ branch_id, name }) => ({ value: branch_id, label: name }));
}

/** The centre's departments as choices; none for those who may not see them. */
export function useDepartmentOptions(): { value: string; label: string }[] {
  const may = useMay('department.read');
  const items = useQuery({ ...departmentsQuery, enabled: may }).data?.items ?? [];
  return items.map(({ department_id, name }) => ({ value: department_id, label: name }));
}

/** Everything that can be done, with its words, and whether roles give it. */
export function useActions() {
  return useQuery(actionsQuery).data?.items ?? [];
}
