import { expect, test } from 'vitest';
import { isCreditCode, isMobile, isResidentId, residentIdFault } from './numbers';

test('a credit code stands by its check sign', () => {
  // GB 32100's own example and a made-up one.
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  expect(isCreditCode('91350100M000100Y44')).toBe(false);
  expect(isCreditCode('91350100M000100Y4')).toBe(false);
  expect(isCreditCode('91350100I000100Y43')).toBe(false);
});

test('an ID number stands by its birthday and its check sign', () => {
  // GB 11643's own examples.
  expect(isResidentId('11010519491231002X')).toBe(true);
  expect(isResidentId('440524188001010014')).toBe(true);
  expect(isResidentId('110105194912310021')).toBe(false);
  expect(isResidentId('11010519490231002X')).toBe(false);
  expect(isResidentId('11010519491231002x')).toBe(false);
});

test('a number looked for that can find nobody says why, one of another kind may be right', () => {
  expect(residentIdFault('11010519491231002x')).toBeUndefined();
  expect(residentIdFault('1101051949123100')).toBe('身份证号码应为 18 位，现在是 16 位');
  expect(residentIdFault('1101051949123100212')).toContain('19 位');
  expect(residentIdFault('110105194912310021')).toContain('校验码不对');
  expect(residentIdFault('110105491231002')).toBeUndefined();
  expect(residentIdFault('12345678')).toBeUndefined();
  expect(residentIdFault('E12345678')).toBeUndefined();
});

test('a mobile number has eleven figures', () => {
  expect(isMobile('13812345678')).toBe(true);
  expect(isMobile('12812345678')).toBe(false);
  expect(isMobile('1381234567')).toBe(false);
});
