import { expect, test } from 'vitest';
import { subjectLabel } from './subject';

const ID = '01a20787-5c6b-75fa-a871-abdc67ab78f1';
const SM3 = 'c8d7af5035f093670b8d41236d4903ae4eb4e3eff3c50b3626310184f8c17a8d';

test.each([
  ['arrival', ID, { serial: 294 }, 'DZ00000294'],
  ['suspense', ID, { serial: 3, amount_fen: 1 }, 'ZS00000003'],
  ['transfer_case', ID, { serial: 7, account: '1000000001' }, 'ZY00000007'],
  ['account', '1000000001', { serial: 7, sign_in_name: 'limin' }, '1000000001'],
  ['employer', ID, { employer_no: 2000000012 }, '2000000012'],
  ['employer_change', ID, { employer_no: 2000000012 }, '2000000012'],
  ['resolution', ID, { number: '安公积金管〔2026〕2号' }, '安公积金管〔2026〕2号'],
  ['staff', ID, { sign_in_name: 'limin' }, 'limin'],
  ['roster', ID, { lines: 4 }, '01a20787…b78f1'],
  ['file', SM3, { size_bytes: 258 }, 'c8d7af50…17a8d'],
  ['account', '1000000001', {}, '1000000001'],
  ['business_day', '2026-11-20', {}, '2026-11-20'],
  ['staff', 'unknown', {}, 'unknown'],
])('%s %s is shown as people know it', (subject_kind, subject_id, detail, label) => {
  expect(subjectLabel({ subject_kind, subject_id, detail })).toBe(label);
});
