/** Checks of numbers as one types them, to say at once what the server would say after sending. */

const CREDIT_CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 with its check sign (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const sum = CREDIT_CODE_WEIGHTS.reduce(
    (total, weight, place) => total + weight * CREDIT_CODE_SIGNS.indexOf(code.charAt(place)),
    0,
  );
  return CREDIT_CODE_SIGNS.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_SIGNS = '10X98765432';

/** 公民身份号码 with a possible birthday and its check sign (GB 11643-1999). */
export function isResidentId(number: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false;
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const time = Date.parse(`${birthday}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== birthday) return false;
  const sum = ID_WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number(number.charAt(place)),
    0,
  );
  return ID_SIGNS.charAt(sum % 11) === number.charAt(17);
}

/**
 * What is wrong with a number that is meant for a 公民身份号码, in words; nothing where it may be
 * right or is of another kind, such as a passport's. Old ones have fifteen figures.
 */
export function residentIdFault(text: string): string | undefined {
  const number = text.toUpperCase();
  if (!/^\d+X?$/.test(number)) return undefined;
  if (number.length === 18) {
    return isResidentId(number) ? undefined : '身份证号码的出生日期或校验码不对，请核对';
  }
  // A permit for Taiwan residents has eight figures, some passports have nine.
  if ([8, 9, 15].includes(number.length)) return undefined;
  return `身份证号码应为 18 位，现在是 ${number.length} 位`;
}

/** A mobile number of the mainland. */
export function isMobile(number: string): boolean {
  return /^1[3-9]\d{9}$/.test(number);
}
