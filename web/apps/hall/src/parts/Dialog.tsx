import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './fields';

type Props = {
  title: string;
  /** What the main button says. */
  act: string;
  isBusy: boolean;
  onAct: () => void;
  close: () => void;
  children: ReactNode;
};

/** Asks before something is done. The browser's own dialog keeps the focus and closes by Escape. */
export function Dialog({ title, act, isBusy, onAct, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    // Drawn twice in development, and a dialog opens once.
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    // What it asks is heard before what can be done.
    heading.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={close}>
      <h2 ref={heading} id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div className="buttons">
        <Button isMain isBusy={isBusy} onClick={onAct}>
          {act}
        </Button>
        <Button onClick={close}>返回</Button>
      </div>
    </dialog>
  );
}
