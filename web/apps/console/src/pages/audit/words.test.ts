import { expect, test } from 'vitest';
import { particularText, particularWord, subjectWord } from './words';

test.each(['meeting', 'resolution', 'policy_version'])('the subject %s has a word', (kind) => {
  expect(subjectWord(kind)).not.toBe(kind);
});

test.each([
  'held_on',
  'number',
  'matter',
  'adopted',
  'due_on',
  'outcome',
  'unsealed',
  'transferred',
])('the particular %s has a word', (name) => {
  expect(particularWord(name)).not.toBe(name);
});

test.each([
  ['matter', 'policy', '政策调整'],
  ['matter', 'a new one', 'a new one'],
  ['adopted', true, '是'],
  ['adopted', false, '否'],
  ['status', 'policy', 'policy'],
])('%s %s is said as %s', (name, value, text) => {
  expect(particularText(name, value)).toBe(text);
});
