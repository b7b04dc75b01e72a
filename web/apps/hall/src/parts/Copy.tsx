import { useRef, useState } from 'react';

/** A text that is taken elsewhere, big, with a button that copies it. */
export function Copy({ text, what }: { text: string; what: string }) {
  const shown = useRef<HTMLOutputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('已复制');
    } catch {
      // A page that came without TLS may not touch the clipboard: the person copies what is marked.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setSaid('已选中，请长按复制');
    }
  };
  return (
    <div className="copy">
      <output ref={shown} aria-label={what} className="code">
        {text}
      </output>
      <button type="button" className="button" onClick={copy}>
        复制{what}
      </button>
      <span role="status" className="hint">
        {said}
      </span>
    </div>
  );
}
