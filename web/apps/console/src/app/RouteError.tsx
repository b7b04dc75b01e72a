import { Problem } from '@anju/api';
import { ProblemPage, problemIn } from '@anju/ui';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { Way } from './links';

/** A page that could not be shown, with the server's sentence, its code and a way on. */
export function RouteError({ error }: { error: unknown }) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);
  // What is forbidden or isn't there stays so; anything else may have passed.
  const { status } = problemIn(error);
  const isLasting = status === 403 || status === 404;
  return (
    <ProblemPage error={error}>
      {!isLasting && (
        <Button type="primary" onClick={() => router.invalidate()}>
          重试
        </Button>
      )}
      <Way to="/">回到首页</Way>
    </ProblemPage>
  );
}

const NO_PAGE = new Problem(404, { code: 'no_such_page', detail: '没有这个页面。' });

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <ProblemPage error={NO_PAGE}>
      <Way to="/">回到首页</Way>
    </ProblemPage>
  );
}

/** A page on its way. */
export function Loading() {
  return <Skeleton active title={{ width: 240 }} paragraph={{ rows: 8 }} />;
}
