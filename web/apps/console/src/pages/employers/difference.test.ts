import type { Employer } from '@anju/api';
import { expect, test } from 'vitest';
import { type ChangeDraft, changeOf, differencesOf } from './difference';

const employer = {
  name: '晴川设备厂',
  credit_code: '91519900MA1B2C3D4X',
  address: '人民路1号',
  postcode: '610000',
  payday: 10,
  affiliation: '40',
  legal_person: { name: '王**', id_kind: 'resident_id', id_number: '5101**********1234' },
  agent: {
    name: '李**',
    id_kind: 'resident_id',
    id_number: '5101**********5678',
    mobile: '138****8000',
  },
  change_count: 3,
} as Employer;

const untouched: ChangeDraft = {
  name: '晴川设备厂',
  credit_code: '91519900MA1B2C3D4X',
  address: '人民路1号',
  postcode: '610000',
  payday: 10,
  affiliation: '40',
  legal_person: { id_kind: 'resident_id' },
  agent: { id_kind: 'resident_id' },
};

const word = (_set: string, code: string) => `“${code}”`;
const told = (draft: ChangeDraft) =>
  differencesOf(employer, draft, word).map(({ label, before, after }) => [label, before, after]);

test('a form that nobody touched changes nothing', () => {
  expect(told(untouched)).toEqual([]);
  expect(told({ ...untouched, name: ' 晴川设备厂 ' })).toEqual([]);
});

test('what differs is told side by side, codes by their words', () => {
  const draft: ChangeDraft = {
    ...untouched,
    name: '晴川重工',
    postcode: '',
    payday: 25,
    affiliation: '50',
    agent: { id_kind: 'passport', mobile: '13900139000' },
  };
  expect(told(draft)).toEqual([
    ['单位名称', '晴川设备厂', '晴川重工'],
    ['单位邮编', '610000', '（空）'],
    ['单位发薪日', '10', '25'],
    ['单位隶属关系', '“40”', '“50”'],
    ['经办人证件类型', '“resident_id”', '“passport”'],
    ['经办人手机号码', '138****8000', '13900139000'],
  ]);
});

test('only what differs is sent, with how the employer was seen', () => {
  const draft: ChangeDraft = {
    ...untouched,
    basis: ' 来函 ',
    postcode: '',
    payday: 25,
    legal_person: { id_kind: 'resident_id', name: '' },
    agent: { id_kind: 'resident_id', mobile: '13900139000', name: '钱会计' },
  };
  expect(changeOf(employer, draft)).toEqual({
    seen: 3,
    basis: '来函',
    postcode: '',
    payday: 25,
    agent: { name: '钱会计', mobile: '13900139000' },
  });
});
