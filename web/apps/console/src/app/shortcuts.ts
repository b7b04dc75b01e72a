import { ROW } from '@anju/ui';
import type { MenuPage } from './menu';

/** What the keyboard does anywhere in the console, as the overlay of `?` lists it. */
export const SHORTCUTS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/'], does: '到顶部的查找框' },
  { keys: ['?'], does: '打开或关闭这张快捷键表' },
  { keys: ['Alt', 'N'], does: '办理本页的主要业务（蓝色按钮）' },
  { keys: ['↓', '↑'], does: '在表格的行之间移动；Home、End 到首行、末行' },
  { keys: ['Enter'], does: '打开所在的行' },
  { keys: ['Ctrl', 'Enter'], does: '提交正在填写的表单' },
  { keys: ['Esc'], does: '关闭抽屉或对话框' },
];

/** How long after `g` its letter is waited for. */
export const LEAD_MS = 1_500;

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>;

/** What a press means where nobody types, after `g` (`leading`) or not. */
export type Meaning =
  | { does: 'help' | 'find' | 'lead' | 'primary' | 'submit' | 'rows' }
  | { does: 'go'; key: string };

export function meaningOf(press: Press, isTyping: boolean, isLed: boolean): Meaning | undefined {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return { does: 'submit' };
  // By its place: with Alt some layouts write another sign.
  if (altKey && !ctrlKey && !metaKey && press.code === 'KeyN') return { does: 'primary' };
  if (isTyping || ctrlKey || metaKey || altKey) return undefined;
  if (isLed && /^[a-z1-9]$/.test(key)) return { does: 'go', key };
  switch (key) {
    case '/':
      return { does: 'find' };
    case '?':
      return { does: 'help' };
    case 'g':
      return { does: 'lead' };
    case 'ArrowDown':
      return { does: 'rows' };
    default:
      return undefined;
  }
}

/** Whether a press there is part of a text. */
export function isTypingIn(target: EventTarget | null): boolean {
  const field = 'input, textarea, select, [contenteditable]';
  return target instanceof HTMLElement && target.closest(field) !== null;
}

/** The page that a letter or figure after `g` leads to, among those that are the person's. */
export function pageAt(key: string, pages: readonly MenuPage[]): MenuPage | undefined {
  return pages.find((page) => page.key === key);
}

/** The dialog or drawer that lies on top, else the page. */
function front(): ParentNode {
  const open = [...document.querySelectorAll('[role="dialog"]')].filter(isShown);
  return open.at(-1) ?? document;
}

const isShown = (element: Element) =>
  !(element instanceof HTMLElement) || element.style.display !== 'none';

/** Presses the page's primary button, wherever no dialog lies over it. */
export function pressPrimary(): boolean {
  const place = front();
  if (place !== document) return false;
  const button = place.querySelector<HTMLElement>('.page-actions .ant-btn-primary:not(:disabled)');
  button?.click();
  return button !== null;
}

/** Sends the form in which the focus is; without one, that of the dialog on top, or its button. */
export function submitForm(): boolean {
  const own = document.activeElement?.closest('form');
  if (own && own.closest('search') === null) {
    own.requestSubmit();
    return true;
  }
  const place = front();
  const form = place.querySelector<HTMLFormElement>('main form, [role="dialog"] form, form');
  if (place !== document && form) {
    form.requestSubmit();
    return true;
  }
  const button =
    place === document
      ? null
      : (place as Element).querySelector<HTMLElement>('.ant-btn-primary:not(:disabled)');
  button?.click();
  return button !== null;
}

/** Puts the focus on the first row of the first list in front. */
export function enterRows(): boolean {
  const row = front().querySelector<HTMLElement>(ROW);
  row?.focus();
  return row !== null;
}

/** The field of a form where typing begins: the first that is open. */
export function firstField(place: ParentNode): HTMLElement | undefined {
  const fields = place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'form input:not([type="hidden"], [type="file"], [type="radio"], [type="checkbox"]), form textarea',
  );
  // A choice is read-only text, and yet open.
  const isOpen = (field: HTMLInputElement | HTMLTextAreaElement) =>
    !field.disabled && (!field.readOnly || field.getAttribute('role') === 'combobox');
  return [...fields].find((field) => isOpen(field) && field.closest('search') === null);
}
