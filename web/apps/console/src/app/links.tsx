import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

/** A button that leads somewhere: an anchor underneath, so that it opens in a new tab too. */
export const ButtonLink = createLink(Button);
