import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

/**
 * What a paper says beyond its page, fetched when it is to be printed: a name that the screen masks.
 * The second prints the paper, which then stays in the page, seen on paper alone.
 */
export function usePaperOf<Content>(): [Content | undefined, (content: Content) => void] {
  const [content, setContent] = useState<Content>();
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    // After the paper stands there.
    const drawn = requestAnimationFrame(() => {
      setIsAsked(false);
      window.print();
    });
    return () => cancelAnimationFrame(drawn);
  }, [isAsked]);
  const print = (next: Content) => {
    flushSync(() => setContent(next));
    setIsAsked(true);
  };
  return [content, print];
}

/** A paper of a button: it stands at the page's end, where the rest of the page makes room for it. */
export function AtPageEnd({ children }: { children: ReactNode }) {
  return createPortal(children, document.getElementById('content') ?? document.body);
}
