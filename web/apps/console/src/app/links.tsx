import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';

/** The router drops `type` on its way to a link's component, so the look has a name of its own. */
function LinkedButton({ look, ...rest }: ButtonProps & { look?: ButtonProps['type'] }) {
  return <Button {...rest} type={look} />;
}

/** A button that leads somewhere: an anchor underneath, so that it opens in a new tab too. */
export const ButtonLink = createLink(LinkedButton);
