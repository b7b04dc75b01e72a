import type { EmployerRegistration, Fen } from '@anju/api';
import { formatFen, formatRate, isCreditCode, isMobile, isResidentId, readable } from '@anju/ui';
import type { FormInstance } from 'antd';

/** What the form holds: the wire's own shape, any part of it still missing. */
export type RegistrationDraft = {
  [Field in keyof EmployerRegistration]?: EmployerRegistration[Field] extends object
    ? Partial<EmployerRegistration[Field]>
    : EmployerRegistration[Field];
};

/** Every field's path, so that what the server finds lands beside it. */
export const FIELDS = [
  'name',
  'credit_code',
  'address',
  'postcode',
  'email',
  'payday',
  'affiliation',
  'economic_type',
  'industry',
  'established_on',
  'opened_on',
  'first_month',
  'branch_id',
  'bank_code',
  'employer_rate_ppb',
  'member_rate_ppb',
  'legal_person.name',
  'legal_person.id_kind',
  'legal_person.id_number',
  'agent.name',
  'agent.id_kind',
  'agent.id_number',
  'agent.mobile',
  'agent.phone',
] as const;

/** The code of 居民身份证 among the kinds of papers. */
export const RESIDENT_ID = 'resident_id';

/** A required field, with the sentence that says so. */
export const need = (what: string) => ({ required: true, message: `请填写${what}` });

/** An amount above nothing and within a limit; what can't be read is another rule's. */
export function atMost(limit: Fen, what: string) {
  const sentence = `${what}应大于零，不超过 ${formatFen(limit)} 元`;
  return {
    validator: (_rule: unknown, amount: unknown) =>
      typeof amount === 'number' && (amount <= 0 || amount > limit)
        ? Promise.reject(new Error(sentence))
        : Promise.resolve(),
  };
}

function check(isFine: (text: string) => boolean, message: string) {
  return {
    validator: (_rule: unknown, text: unknown) =>
      typeof text !== 'string' || text === '' || isFine(text)
        ? Promise.resolve()
        : Promise.reject(new Error(message)),
  };
}

export const creditCodeRule = check(isCreditCode, '统一社会信用代码应为 18 位且校验码相符');
export const mobileRule = check(isMobile, '手机号码应为 11 位');
export const postcodeRule = { pattern: /^\d{6}$/, message: '邮政编码应为 6 位数字' };
export const emailRule = { type: 'email' as const, message: '电子信箱的格式不对' };

const PAYDAY = '发薪日应为 1 至 31 之间的整数';
export const paydayRule = { type: 'integer' as const, min: 1, max: 31, message: PAYDAY };

/** The lowest and the highest rate that the policy in force allows, in 10⁻⁹. */
export type RateRange = { floor: number; ceiling: number };

/** A rate that is there, can be read, and lies in the range where that is known. */
export function rateRules(what: string, range: RateRange | undefined) {
  const within =
    range && `${what}应在 ${formatRate(range.floor)} 至 ${formatRate(range.ceiling)} 之间`;
  const isOutside = (rate: unknown) =>
    range !== undefined && typeof rate === 'number' && (rate < range.floor || rate > range.ceiling);
  return [
    need(what),
    readable(within ? `${within}，如 8 或 8.5` : `${what}应为百分数，如 8 或 8.5`),
    {
      validator: (_rule: unknown, rate: unknown) =>
        isOutside(rate) ? Promise.reject(new Error(within)) : Promise.resolve(),
    },
  ];
}

/** An ID number has a check sign only where the paper is a resident's ID card. */
export const idNumberRule =
  (kind: ['legal_person' | 'agent', 'id_kind']) => (form: Pick<FormInstance, 'getFieldValue'>) =>
    check(
      (number) => form.getFieldValue(kind) !== RESIDENT_ID || isResidentId(number),
      '身份证号码应为 18 位且校验码相符',
    );

/** The values without the fields that were left or made empty: the wire knows absence, not blanks. */
export function withoutBlanks<Values extends object>(values: Values): Values {
  const kept = Object.entries(values)
    .map(([name, value]) => [
      name,
      typeof value === 'object' && value ? withoutBlanks(value) : value,
    ])
    .filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(kept);
}
