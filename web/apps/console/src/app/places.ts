import type { LinkProps } from '@tanstack/react-router';

/** A list with the filter that would find what a person typed into the search of the header. */
export type Place = {
  label: string;
  to: NonNullable<LinkProps['to']>;
  search: Record<string, string>;
};

type Rule = Omit<Place, 'search'> & { filter: string; fits: (text: string) => boolean };

const isIdNumber = (text: string) => /^\d{17}[\dX]$/.test(text) && /^(19|20)/.test(text.slice(6));
const isCreditCode = (text: string) => /^[0-9A-Z]{18}$/.test(text);
const isLongNumber = (text: string) => /^\d{10}$/.test(text);
const isNumber = (text: string) => /^\d{1,9}$/.test(text);
const isPaymentCode = (text: string) => /^\d{8,12}$/.test(text);
const isName = (text: string) => /\p{Script=Han}/u.test(text);

/** In the order of likelihood: Enter goes to the first that fits. */
const rules: Rule[] = [
  { label: '个人账户：证件号码', to: '/accounts', filter: 'id_number', fits: isIdNumber },
  { label: '缴存单位：信用代码', to: '/employers', filter: 'credit_code', fits: isCreditCode },
  { label: '个人账户：账号', to: '/accounts', filter: 'account_no', fits: isLongNumber },
  { label: '缴存单位：账号', to: '/employers', filter: 'employer_no', fits: isLongNumber },
  { label: '凭证：凭证号', to: '/vouchers', filter: 'number', fits: isNumber },
  { label: '汇缴：缴款码', to: '/remittances', filter: 'payment_code', fits: isPaymentCode },
  { label: '缴存单位：名称', to: '/employers', filter: 'name.prefix', fits: isName },
  { label: '个人账户：姓名', to: '/accounts', filter: 'name', fits: isName },
];

/** Where what was typed could be found. */
export function placesOf(typed: string): Place[] {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  return rules
    .filter(({ fits }) => fits(text))
    .map(({ label, to, filter }) => ({ label, to, search: { [filter]: text } }));
}
