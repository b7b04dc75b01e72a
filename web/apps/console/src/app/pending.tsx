import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import type { MouseEvent } from 'react';
import { useMayOpen } from './links';

/** What a change answers that waits for somebody's approval: nothing is done yet. */
export const PENDING = '已提交审批，批准后自动办理';

/** The request that a change made, where it waits for approval; nothing where it is done. */
export function requestIn(answer: object | undefined): string | undefined {
  return answer !== undefined && 'approval_id' in answer ? String(answer.approval_id) : undefined;
}

/** How long a message stays that one may want to follow. */
const FOLLOWED_S = 8;

/**
 * Says of a change that it is done, or that it waits for approval and where. Messages stand outside
 * of the router's tree, so the way is one by hand.
 */
export function useSaying(): (answer: object | undefined, done: string) => void {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const mayOpen = useMayOpen();
  return (answer, done) => {
    const id = requestIn(answer);
    if (id === undefined) {
      message.success(done);
      return;
    }
    const href = `/approvals/${id}`;
    const follow = (event: MouseEvent) => {
      // A click with a key opens a tab, as of any link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      navigate({ to: '/approvals/$approvalId', params: { approvalId: id } });
    };
    const way = (
      <a href={href} onClick={follow}>
        查看审批
      </a>
    );
    message.success({
      content: (
        <>
          {PENDING}　{mayOpen(href) && way}
        </>
      ),
      duration: FOLLOWED_S,
    });
  };
}
