import { createLink, Link } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from './actions';

/** The router drops `type` on its way to a link's component, so the look has a name of its own. */
function LinkedButton({ look, ...rest }: ButtonProps & { look?: ButtonProps['type'] }) {
  return <Button {...rest} type={look} />;
}

/** A button that leads somewhere: an anchor underneath, so that it opens in a new tab too. */
export const ButtonLink = createLink(LinkedButton);

/** A way to a voucher, for those who may read vouchers; for others its words alone. */
export function VoucherLink({ id, children }: { id: string; children: ReactNode }) {
  if (!useMay('voucher.read')) return <>{children}</>;
  return (
    <Link to="/vouchers/$voucherId" params={{ voucherId: id }}>
      {children}
    </Link>
  );
}
