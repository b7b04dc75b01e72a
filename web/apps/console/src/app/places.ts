import type { LinkProps } from '@tanstack/react-router';
import { SERIES } from './series';

/** A list with the filter that would find what a person typed into the search of the header. */
export type Place = {
  label: string;
  to: NonNullable<LinkProps['to']>;
  search: Record<string, string>;
};

type Filters = Record<string, string>;
type Rule = Omit<Place, 'search'> & {
  /** The filters that would find the text, where it is of the rule's kind. */
  filters: (text: string) => Filters | undefined;
};

/** A rule's filter where the text is of a kind. */
const where = (filter: string, kind: RegExp) => (text: string) =>
  kind.test(text) ? { [filter]: text } : undefined;

/** 业务流水 as it is printed (`HJ00000359`); its figures find it. */
const serial = (kind: keyof typeof SERIES) => (text: string) => {
  const figures = new RegExp(`^${SERIES[kind]}(\\d{1,15})$`).exec(text)?.[1];
  return figures === undefined ? undefined : { serial: String(Number(figures)) };
};

/** Of all requests, not only of those that wait for who asks. */
const approval = (text: string) => {
  const figures = serial('approval')(text);
  return figures && { tab: 'all', ...figures };
};

/** 凭证号 as it is printed (`记-0033`), with its month before it or not; or its figures alone. */
function voucherNumber(text: string): Filters | undefined {
  const match = /^(?:(\d{4}-\d{2})\s*)?(?:记\s*-?\s*)(\d{1,9})$/.exec(text);
  if (match === null) return where('number', /^\d{1,9}$/)(text);
  const number = String(Number(match[2]));
  return match[1] === undefined ? { number } : { month: match[1], number };
}

/** 缴款码: ten figures, the last two a check (ISO 7064 MOD 97-10). */
export const isPaymentCode = (text: string) => /^\d{10}$/.test(text) && Number(text) % 97 === 1;
const paymentCode = (text: string) => (isPaymentCode(text) ? { payment_code: text } : undefined);

const HAN = /\p{Script=Han}/u;
/** The printed form of a number of ours is no name. */
const name = (filter: string) => (text: string) =>
  HAN.test(text) && voucherNumber(text) === undefined ? { [filter]: text } : undefined;

const LONG_NUMBER = /^\d{10}$/;
const ID_NUMBER = /^\d{6}(19|20)\d{9}[\dX]$/;

/** In the order of likelihood: Enter goes to the first that fits. */
const rules: Rule[] = [
  { label: '汇缴：缴款码', to: '/remittances', filters: paymentCode },
  { label: '汇缴：业务流水', to: '/remittances', filters: serial('remittance') },
  { label: '到账：业务流水', to: '/arrivals', filters: serial('arrival') },
  { label: '暂收：业务流水', to: '/suspense', filters: serial('suspense') },
  { label: '转移催办：业务流水', to: '/transfer-cases', filters: serial('transfer_case') },
  { label: '追款：业务流水', to: '/recoveries', filters: serial('recovery') },
  { label: '审批：审批流水', to: '/approvals', filters: approval },
  { label: '个人账户：证件号码', to: '/accounts', filters: where('id_number', ID_NUMBER) },
  {
    label: '缴存单位：信用代码',
    to: '/employers',
    filters: where('credit_code', /^[0-9A-Z]{18}$/),
  },
  { label: '个人账户：账号', to: '/accounts', filters: where('account_no', LONG_NUMBER) },
  { label: '缴存单位：账号', to: '/employers', filters: where('employer_no', LONG_NUMBER) },
  { label: '凭证：凭证号', to: '/vouchers', filters: voucherNumber },
  { label: '缴存单位：名称', to: '/employers', filters: name('name.contains') },
  { label: '个人账户：姓名（全名）', to: '/accounts', filters: name('name') },
];

/** Where what was typed could be found. */
export function placesOf(typed: string): Place[] {
  const plain = typed.normalize('NFKC').trim();
  // The letters of numbers and codes are capital; a name is as it was written.
  const text = HAN.test(plain) ? plain : plain.toUpperCase();
  return rules.flatMap(({ label, to, filters }) => {
    const search = filters(text);
    return search === undefined ? [] : [{ label, to, search }];
  });
}
