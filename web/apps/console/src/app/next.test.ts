import { expect, test } from 'vitest';
import { nextAfterSignIn } from './next';

test('a page of this app is where a person goes on after signing in', () => {
  const next = '/arrivals?payment_code=1234567890';
  expect(nextAfterSignIn(next)).toEqual({ next });
});

test.each([
  '/',
  '/sign-in',
  '/sign-in?next=/sign-in',
  '/sign-in/?next=/',
  '/./sign-in',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  'arrivals',
  '',
  undefined,
  7,
])('%j leads home instead', (href) => {
  expect(nextAfterSignIn(href)).toEqual({});
});
