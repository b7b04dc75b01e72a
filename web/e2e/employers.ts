import type { Page } from '@playwright/test';
import { creditCode, idNumber, mobile } from './made-up';
import { get, post, store } from './over-the-wire';
import { workbook } from './workbook';

/** An employer of a test's own and a month that it contributes for. */
export type Registered = { id: string; month: string };

/** A member of a roster: name, ID number, base in yuan. */
export type Person = readonly [name: string, idNumber: string, base: number];

/** The month of the open business day. */
export async function businessMonth(page: Page): Promise<string> {
  const session = await get<{ business_day: { date: string } }>(page, '/api/session');
  return session.business_day.date.slice(0, 7);
}

/** Registers an employer; its first month is that of the open business day unless said. */
export async function register(page: Page, name: string, first?: string): Promise<Registered> {
  const session = await get<{ branch: { branch_id: string } }>(page, '/api/session');
  const month = first ?? (await businessMonth(page));
  const person = () => ({ name: '宋长河', id_kind: 'resident_id', id_number: idNumber() });
  const { employer_id: id } = await post<{ employer_id: string }>(page, '/api/employers', {
    name,
    credit_code: creditCode(),
    address: '云桥路 5 号',
    payday: 10,
    affiliation: '90',
    economic_type: '173',
    industry: 'C',
    established_on: '2015-06-18',
    first_month: month,
    branch_id: session.branch.branch_id,
    bank_code: '105',
    employer_rate_ppb: 80_000_000,
    member_rate_ppb: 80_000_000,
    legal_person: person(),
    agent: { ...person(), mobile: mobile() },
  });
  return { id, month };
}

/** Uploads a roster of these people; answers its id. */
export async function uploadRoster(
  page: Page,
  { id, month }: Registered,
  people: readonly Person[],
): Promise<string> {
  const rows = [['姓名', '证件号码', '缴存基数'], ...people];
  const file = await store(page, '清册.xlsx', workbook(rows));
  const path = `/api/employers/${id}/rosters`;
  return (await post<{ roster_id: string }>(page, path, { file, month })).roster_id;
}

/** Uploads and confirms a roster; answers the remittance that was assessed. */
export async function assess(
  page: Page,
  employer: Registered,
  people: readonly Person[],
): Promise<{ id: string; code: string }> {
  const roster = await uploadRoster(page, employer, people);
  const path = `/api/rosters/${roster}/confirm`;
  const { remittance_id: id } = await post<{ remittance_id: string }>(page, path, undefined);
  const { payment_code: code } = await get<{ payment_code: string }>(
    page,
    `/api/remittances/${id}`,
  );
  return { id, code };
}
