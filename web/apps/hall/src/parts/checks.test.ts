import { expect, test } from 'vitest';
import * as check from './checks';

test.each([
  ['11010519491231002X', undefined],
  ['110105194912310021', '身份证号码的出生日期或校验码不对，请核对'],
  ['', '请填写证件号码'],
])('ID number %s', (text, fault) => {
  expect(check.idNumber(text)).toBe(fault);
});

test.each([
  ['13812345678', undefined],
  ['1381234567', '手机号应为 11 位，请核对'],
  ['', '请填写手机号'],
])('mobile %s', (text, fault) => {
  expect(check.mobile(text)).toBe(fault);
});

test('a one-time code is digits', () => {
  expect(check.code('204817')).toBeUndefined();
  expect(check.code('20481a')).toBe('请填写短信里的验证码');
});
