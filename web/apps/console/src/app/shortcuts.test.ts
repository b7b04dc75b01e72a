import { afterEach, expect, test, vi } from 'vitest';
import { menu } from './menu';
import {
  enterRows,
  firstField,
  isTypingIn,
  meaningOf,
  pageAt,
  pressPrimary,
  submitForm,
} from './shortcuts';

const press = (key: string, more: Partial<Parameters<typeof meaningOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

afterEach(() => document.body.replaceChildren());

test('signs are shortcuts where nobody types, and text where somebody does', () => {
  expect(meaningOf(press('/'), false, false)).toEqual({ does: 'find' });
  expect(meaningOf(press('?', { shiftKey: true }), false, false)).toEqual({ does: 'help' });
  expect(meaningOf(press('g'), false, false)).toEqual({ does: 'lead' });
  expect(meaningOf(press('q'), false, true)).toEqual({ does: 'go', key: 'q' });
  expect(meaningOf(press('g'), false, true)).toEqual({ does: 'go', key: 'g' });
  expect(meaningOf(press('q'), false, false)).toBeUndefined();
  for (const key of ['/', '?', 'g', 'ArrowDown']) {
    expect(meaningOf(press(key), true, false)).toBeUndefined();
  }
  // What the browser does with it stays the browser's.
  expect(meaningOf(press('g', { ctrlKey: true }), false, false)).toBeUndefined();
});

test('sending and the primary button work from within a field too', () => {
  expect(meaningOf(press('Enter', { ctrlKey: true }), true, false)).toEqual({ does: 'submit' });
  expect(meaningOf(press('Enter'), true, false)).toBeUndefined();
  const altN = press('ñ', { altKey: true, code: 'KeyN' });
  expect(meaningOf(altN, true, false)).toEqual({ does: 'primary' });
});

test('every page of the menu has a letter of its own, or a figure now that letters are used up', () => {
  const pages = menu.flatMap((group) => group.pages);
  const keys = pages.map(({ key }) => key);
  expect(keys.every((key) => key !== undefined && /^[a-z1-9]$/.test(key))).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
  expect(pageAt('q', pages)?.to).toBe('/rosters');
  expect(pageAt('9', pages)).toBeUndefined();
});

test('the primary button is pressed unless a dialog lies over the page', () => {
  document.body.innerHTML =
    '<div class="page-actions"><button class="ant-btn-primary">录入到账</button></div>';
  const clicked = vi.fn();
  document.querySelector('button')?.addEventListener('click', clicked);
  expect(pressPrimary()).toBe(true);
  expect(clicked).toHaveBeenCalledOnce();
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog"></div>');
  expect(pressPrimary()).toBe(false);
  expect(clicked).toHaveBeenCalledOnce();
});

test('the form one is in is sent, the filters of a list are none', () => {
  document.body.innerHTML =
    '<search><form><input id="filter"></form></search><form id="f"><input id="field"></form>';
  const sent = vi.spyOn(HTMLFormElement.prototype, 'requestSubmit').mockImplementation(() => {});
  document.getElementById('filter')?.focus();
  expect(submitForm()).toBe(false);
  document.getElementById('field')?.focus();
  expect(submitForm()).toBe(true);
  expect(sent).toHaveBeenCalledOnce();
  sent.mockRestore();
});

test('a dialog without a form is confirmed by its button', () => {
  document.body.innerHTML =
    '<div role="dialog"><button class="ant-btn-primary">确认</button></div>';
  const clicked = vi.fn();
  document.querySelector('button')?.addEventListener('click', clicked);
  expect(submitForm()).toBe(true);
  expect(clicked).toHaveBeenCalledOnce();
});

test('the arrows come into the first list, typing begins in the first open field', () => {
  expect(enterRows()).toBe(false);
  document.body.innerHTML =
    '<table><tbody><tr class="ant-table-row" tabindex="0"><td>1</td></tr></tbody></table>' +
    '<search><form><input></form></search>' +
    '<form><input type="file"><input disabled><input readonly><input id="first"><textarea></textarea></form>';
  expect(enterRows()).toBe(true);
  expect(document.activeElement?.tagName).toBe('TR');
  expect(firstField(document)?.id).toBe('first');
  expect(isTypingIn(document.getElementById('first'))).toBe(true);
  expect(isTypingIn(document.body)).toBe(false);
});
