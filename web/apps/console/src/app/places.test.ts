import { expect, test } from 'vitest';
import { placesOf } from './places';

const firstOf = (text: string) => placesOf(text)[0];

test('each kind of number goes to the list that knows it', () => {
  expect(firstOf('11010519491231002x')).toMatchObject({
    to: '/accounts',
    search: { id_number: '11010519491231002X' },
  });
  expect(firstOf('91350100M000100Y43')).toMatchObject({
    to: '/employers',
    search: { credit_code: '91350100M000100Y43' },
  });
  expect(firstOf('１000000001')).toMatchObject({ search: { account_no: '1000000001' } });
  expect(firstOf('42')).toMatchObject({ to: '/vouchers', search: { number: '42' } });
  expect(firstOf(' 安宁县 ')).toMatchObject({ search: { 'name.contains': '安宁县' } });
});

test('what is printed on money that waits or is to come back leads to it', () => {
  expect(firstOf('ZS00000012')).toMatchObject({ to: '/suspense', search: { serial: '12' } });
  expect(firstOf('ZK00000003')).toMatchObject({ to: '/recoveries', search: { serial: '3' } });
});

test('the number of a request finds it among all, not among what waits for oneself', () => {
  expect(firstOf('sp00000012')).toMatchObject({
    to: '/approvals',
    search: { tab: 'all', serial: '12' },
  });
});

test('a number that could be several things offers all of them', () => {
  const places = placesOf('1000000001').map(({ to }) => to);
  expect(places).toEqual(['/accounts', '/employers']);
});

test('a number whose check figures are right is first of all a payment code', () => {
  const places = placesOf('1000035857').map(({ to }) => to);
  expect(places).toEqual(['/remittances', '/accounts', '/employers']);
  expect(firstOf('1000035857')).toMatchObject({ search: { payment_code: '1000035857' } });
});

test('numbers of ours are understood as they are printed', () => {
  expect(firstOf('hj00000359')).toMatchObject({ to: '/remittances', search: { serial: '359' } });
  expect(firstOf('DZ00000360')).toMatchObject({ to: '/arrivals', search: { serial: '360' } });
  expect(firstOf('ZS00000349')).toMatchObject({ to: '/suspense', search: { serial: '349' } });
  expect(placesOf('记-0033')).toMatchObject([{ to: '/vouchers', search: { number: '33' } }]);
  expect(placesOf('2026-11 记-0029')).toMatchObject([
    { to: '/vouchers', search: { month: '2026-11', number: '29' } },
  ]);
});

test('a name is looked for as it was written', () => {
  expect(firstOf('安居eBay科技')).toMatchObject({ search: { 'name.contains': '安居eBay科技' } });
  expect(placesOf('iPhone维修部').map(({ search }) => search)).toEqual([
    { 'name.contains': 'iPhone维修部' },
    { name: 'iPhone维修部' },
  ]);
});

test('what fits nothing leads nowhere', () => {
  expect(placesOf('')).toEqual([]);
  expect(placesOf('?!')).toEqual([]);
});
