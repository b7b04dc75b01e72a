import { Problem } from '@anju/api';
import { expect, test } from 'vitest';
import { findingsByField } from './problem';

const FIELDS = ['name', 'credit_code', 'agent.mobile'];

test('each finding stands beside its field, the rest above the form', () => {
  const problem = new Problem(422, {
    code: 'invalid',
    detail: '登记资料有误。',
    findings: [
      { field: '/agent/mobile', code: 'mobile_invalid', sentence: '手机号码应为 11 位。' },
      { field: 'credit_code', code: 'length', sentence: '应为 18 位。' },
      { field: 'credit_code', code: 'checksum', sentence: '校验码不符。' },
      { field: 'no_such_field', code: 'odd', sentence: '别处的问题。' },
    ],
  });
  const { fields, rest } = findingsByField(problem, FIELDS);
  expect(fields).toEqual([
    { name: ['agent', 'mobile'], errors: ['手机号码应为 11 位。'] },
    { name: ['credit_code'], errors: ['应为 18 位。', '校验码不符。'] },
  ]);
  expect(rest.map((finding) => finding.code)).toEqual(['odd']);
});

test('a refusal about one field says its own sentence there', () => {
  const problem = new Problem(409, { code: 'taken', detail: '已登记。', field: 'credit_code' });
  expect(findingsByField(problem, FIELDS).fields).toEqual([
    { name: ['credit_code'], errors: ['已登记。'] },
  ]);
});
