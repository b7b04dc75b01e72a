import { useLocation, useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type MenuPage, menuFor } from './menu';
import {
  enterRows,
  firstField,
  isTypingIn,
  LEAD_MS,
  type Meaning,
  meaningOf,
  pageAt,
  pressPrimary,
  SHORTCUTS,
  submitForm,
} from './shortcuts';

type Props = {
  actions: readonly string[];
  /** Puts the focus into the search of the header. */
  find: () => void;
};

/** The keyboard of the counter, and the overlay that tells of it. */
export function Keyboard({ actions, find }: Props) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const navigate = useNavigate();
  const pages = menuFor(actions).flatMap((group) => group.pages);
  const ledAt = useRef<number>(undefined);
  useFirstField();
  useDialogField();

  usePresses((event) => {
    const isLed = ledAt.current !== undefined && event.timeStamp - ledAt.current < LEAD_MS;
    const meaning = meaningOf(event, isTypingIn(event.target), isLed);
    ledAt.current = meaning?.does === 'lead' ? event.timeStamp : undefined;
    return meaning !== undefined && act(meaning);
  });

  const act = (meaning: Meaning): boolean => {
    switch (meaning.does) {
      case 'help':
        setHelpOpen(!isHelpOpen);
        return true;
      case 'find':
        find();
        return true;
      case 'lead':
        return true;
      case 'go': {
        const page = pageAt(meaning.key, pages);
        if (page) navigate({ to: page.to });
        return page !== undefined;
      }
      case 'primary':
        return pressPrimary();
      case 'submit':
        return submitForm();
      case 'rows':
        return !isInControl() && enterRows();
      default: {
        const forgotten: never = meaning;
        return forgotten;
      }
    }
  };

  return (
    <Modal
      open={isHelpOpen}
      title="快捷键"
      width={640}
      footer={null}
      onCancel={() => setHelpOpen(false)}
    >
      <Help pages={pages} />
    </Modal>
  );
}

/** Whether the focus is on something that has arrows of its own. */
function isInControl(): boolean {
  const focused = document.activeElement;
  return (
    focused !== null &&
    focused.closest('tr, [role="tab"], [role="menu"], [role="listbox"]') !== null
  );
}

function Help({ pages }: { pages: readonly MenuPage[] }) {
  const ways = pages.filter((page) => page.key !== undefined);
  return (
    <div className="shortcuts">
      <dl>
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h3>先按 g，再按字母，到菜单的页面</h3>
      <dl className="shortcut-ways">
        {ways.map(({ key = '', label }) => (
          <div key={label}>
            <dt>
              <Keys keys={['g', key]} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => <kbd key={key}>{key}</kbd>);
}

/**
 * Hands each press to `pressed`, which says whether it was meant for the console. Before the field
 * that has the focus hears of it: a select would open at Ctrl+Enter as at Enter.
 */
function usePresses(pressed: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(pressed);
  latest.current = pressed;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!latest.current(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}

/** How long a page or a drawer may take to bring its form. */
const FORM_MS = 1_000;

/** Whoever opens a form types at once: the focus goes to its first field, unless it is in one. */
function useFirstField(): void {
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    const content = document.getElementById('content');
    // Lists have no form but their filters; only pages whose address says that they are one.
    if (content === null || !/\/new$/.test(path)) return;
    const focus = () => {
      if (isTypingIn(document.activeElement)) return true;
      const field = firstField(content);
      field?.focus();
      return field !== undefined;
    };
    if (focus()) return;
    const watch = new MutationObserver(() => focus() && watch.disconnect());
    watch.observe(content, { childList: true, subtree: true });
    const over = setTimeout(() => watch.disconnect(), FORM_MS);
    return () => {
      clearTimeout(over);
      watch.disconnect();
    };
  }, [path]);
}

/** How long a drawer slides in; before that it takes the focus for itself. */
const SLIDE_MS = 350;

/** The same for the form of a dialog or drawer that opens. */
function useDialogField(): void {
  useEffect(() => {
    let slid: ReturnType<typeof setTimeout> | undefined;
    const focus = () => {
      const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
      // Who has begun to type, or was put somewhere by the form itself, stays there.
      if (!dialog || isTypingIn(document.activeElement)) return;
      firstField(dialog)?.focus();
    };
    // Dialogs are children of the body.
    const watch = new MutationObserver((changes) => {
      if (!changes.some(({ addedNodes }) => addedNodes.length > 0)) return;
      clearTimeout(slid);
      slid = setTimeout(focus, SLIDE_MS);
    });
    watch.observe(document.body, { childList: true });
    return () => {
      clearTimeout(slid);
      watch.disconnect();
    };
  }, []);
}
