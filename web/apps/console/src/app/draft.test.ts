import { afterEach, expect, test, vi } from 'vitest';
import { draftOf, dropDrafts } from './draft';

type Values = { payer_name?: string };

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

test('a form finds again what was typed, until it is sent', () => {
  const draft = draftOf<Values>('record-arrival');
  expect(draft.kept).toBeUndefined();
  draft.keep({ payer_name: '青山机械厂' });
  expect(draftOf<Values>('record-arrival').kept).toEqual({ payer_name: '青山机械厂' });
  expect(draftOf<Values>('another').kept).toBeUndefined();
  draft.drop();
  expect(draft.kept).toBeUndefined();
});

test('who comes next finds nothing, whatever was read before', () => {
  const draft = draftOf<Values>('record-arrival');
  draft.keep({ payer_name: '青山机械厂' });
  expect(draft.kept).toBeDefined();
  sessionStorage.setItem('another.key', 'stays');
  dropDrafts();
  expect(draft.kept).toBeUndefined();
  expect(sessionStorage.getItem('another.key')).toBe('stays');
});

test('a browser that keeps nothing, or keeps it badly, costs the draft alone', () => {
  const draft = draftOf<Values>('record-arrival');
  sessionStorage.setItem('anju.draft.record-arrival', '{');
  expect(draft.kept).toBeUndefined();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => draft.keep({})).not.toThrow();
});
