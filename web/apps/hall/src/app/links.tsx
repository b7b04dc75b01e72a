import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

function Anchor({ children, ...rest }: ComponentProps<'a'>) {
  return <a {...rest}>{children}</a>;
}

/** A way to another page of the halls; every link within them is one. */
export const Way = createLink(Anchor);
