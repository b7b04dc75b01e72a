import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { mayOpen } from './menu';
import { useSession } from './session';

/** Whether an address opens for the person before the screen. */
export function useMayOpen(): (href: string) => boolean {
  const actions = useSession()?.actions ?? [];
  return (href) => mayOpen(href, actions);
}

type AnchorProps = ComponentProps<'a'> & {
  /** What stands there for those to whom it doesn't open; its words alone unless said. */
  instead?: ReactNode;
};

function Anchor({ instead, children, ...rest }: AnchorProps) {
  const may = useMayOpen();
  if (!may(rest.href ?? '/')) return <>{instead === undefined ? children : instead}</>;
  return <a {...rest}>{children}</a>;
}

/**
 * A way to another page, for those to whom it opens: everyone else reads its words and is not led
 * to a refusal. Every link of the console is one.
 */
export const Way = createLink(Anchor);

/** The router drops `type` on its way to a link's component, so the look has a name of its own. */
function LinkedButton({ look, ...rest }: ButtonProps & { look?: ButtonProps['type'] }) {
  const may = useMayOpen();
  return may(rest.href ?? '/') ? <Button {...rest} type={look} /> : null;
}

/** A button that leads somewhere: an anchor underneath, so that it opens in a new tab too. */
export const ButtonLink = createLink(LinkedButton);

/** A way to a voucher. */
export function VoucherLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Way to="/vouchers/$voucherId" params={{ voucherId: id }}>
      {children}
    </Way>
  );
}
