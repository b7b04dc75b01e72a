import { expect, test } from 'vitest';
import { suffixOf, valueRule, valueSent } from './value';

test.each([
  ['money', '28,692.00', true],
  ['money', '三万', false],
  ['rate', '8.5', true],
  ['rate', '12%', true],
  ['rate', '八', false],
  ['number', '12', true],
  ['number', '1.5', false],
  ['deadline', '5个工作日', true],
  ['deadline', '15自然日', true],
  ['deadline', '5天', false],
  ['rounding', 'half_up_yuan', true],
  ['money', '', true],
] as const)('a %s written %s is taken: %s', async (kind, text, isFine) => {
  const outcome = valueRule(kind).validator(undefined, text);
  await (isFine ? expect(outcome).resolves.toBeUndefined() : expect(outcome).rejects.toThrow());
});

test('a rate is sent as one, whatever was typed', () => {
  expect(valueSent('rate', ' 8.5 ')).toBe('8.5%');
  expect(valueSent('rate', '８％')).toBe('8%');
  expect(valueSent('money', '28,692')).toBe('28,692');
});

test('the field says in what it counts', () => {
  expect(suffixOf({ kind: 'rate', unit: '' })).toBe('%');
  expect(suffixOf({ kind: 'money', unit: '元/月' })).toBe('元/月');
  expect(suffixOf({ kind: 'money', unit: '' })).toBe('元');
  expect(suffixOf({ kind: 'flag', unit: '' })).toBeUndefined();
});
