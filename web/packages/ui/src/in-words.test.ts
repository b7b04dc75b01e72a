import { fen } from '@anju/api';
import { expect, test } from 'vitest';
import { fenInWords } from './in-words';

// The table of `crates/kernel/src/uppercase.rs`: both ends must write the same words.
test.each([
  [140950, '壹仟肆佰零玖元伍角整'],
  [600714, '陆仟零柒元壹角肆分'],
  [168032, '壹仟陆佰捌拾元零叁角贰分'],
  [10700053, '壹拾万柒仟元零伍角叁分'],
  [1640902, '壹万陆仟肆佰零玖元零贰分'],
  [32504, '叁佰贰拾伍元零肆分'],
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [55, '伍角伍分'],
  [1000, '壹拾元整'],
  [1001, '壹拾元零壹分'],
  [123456, '壹仟贰佰叁拾肆元伍角陆分'],
  [1000000, '壹万元整'],
  [1000100, '壹万零壹元整'],
  [10001000, '壹拾万零壹拾元整'],
  [100100100, '壹佰万壹仟零壹元整'],
  [10000000100, '壹亿零壹元整'],
  [10000700000, '壹亿零柒仟元整'],
  [107000000000, '壹拾亿柒仟万元整'],
  [100000000000000, '壹万亿元整'],
  [123450000000000, '壹万贰仟叁佰肆拾伍亿元整'],
  [-2030, '负贰拾元零叁角整'],
])('%d fen', (amount, words) => {
  expect(fenInWords(fen(amount))).toBe(`人民币${words}`);
});

/** Reads the words back, by the values of their characters alone. */
function amountOf(words: string): number {
  const units = new Map([...'拾佰仟'].map((word, index) => [word, 10 ** (index + 1)]));
  let [sum, section, digit] = [0, 0, 0];
  for (const word of words.replace(/人民币|[负整]/g, '')) {
    if (word === '元') [sum, section, digit] = [(sum + section + digit) * 100, 0, 0];
    else if (word === '角') [sum, digit] = [sum + digit * 10, 0];
    else if (word === '分') [sum, digit] = [sum + digit, 0];
    else if (word === '亿') [sum, section, digit] = [(sum + section + digit) * 1e8, 0, 0];
    else if (word === '万') [sum, section, digit] = [sum + (section + digit) * 1e4, 0, 0];
    else if (units.has(word)) [section, digit] = [section + digit * (units.get(word) ?? 0), 0];
    else digit = '零壹贰叁肆伍陆柒捌玖'.indexOf(word);
  }
  return words.startsWith('人民币负') ? -sum : sum;
}

test('the words of any amount read back as the amount', () => {
  let amount = 1;
  for (let turn = 0; turn < 5000; turn++) {
    // A fixed walk over all magnitudes, with runs of zeros in every place.
    amount = (amount * 48_271 + turn) % 2_147_483_647;
    const zeros = 10 ** (turn % 9);
    const tried = Math.trunc(amount / zeros) * zeros * (turn % 7 === 0 ? 100_003 : 1);
    expect(amountOf(fenInWords(fen(tried)))).toBe(tried);
    expect(fenInWords(fen(tried))).not.toMatch(/零零|[^币]零[拾佰仟万亿元]/);
  }
});
