import { isMobile, residentIdFault } from '@anju/ui';
import type { Check } from './form';

/** A field that must not stay empty. */
export const needed =
  (what: string): Check =>
  (text) =>
    text.trim() === '' ? `请填写${what}` : undefined;

/** An ID number, of a resident or of another kind. */
export const idNumber: Check = (text) => needed('证件号码')(text) ?? residentIdFault(text.trim());

/** A mobile number of the mainland. */
export const mobile: Check = (text) =>
  needed('手机号')(text) ?? (isMobile(text.trim()) ? undefined : '手机号应为 11 位，请核对');

/** A one-time code. */
export const code: Check = (text) =>
  /^\d{4,8}$/.test(text.trim()) ? undefined : '请填写短信里的验证码';
