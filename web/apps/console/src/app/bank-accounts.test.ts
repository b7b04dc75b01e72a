import { expect, test } from 'vitest';
import { bankAccountWords } from './bank-accounts';

test('an account is told by its bank and its last four digits', () => {
  const account = { bank_name: '中国建设银行', account_number: '51990001000000009' };
  expect(bankAccountWords(account)).toBe('中国建设银行（尾号 0009）');
});
