import { ProblemPage } from '@anju/ui';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { Button, Result, Skeleton } from 'antd';
import { useEffect } from 'react';

/** A page that could not be shown, with the server's sentence, its code and a way on. */
export function RouteError({ error }: { error: unknown }) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);
  return (
    <ProblemPage error={error}>
      <Button type="primary" onClick={() => router.invalidate()}>
        重试
      </Button>
    </ProblemPage>
  );
}

/** An address that leads nowhere. */
export function NotFound() {
  return <Result status="404" title="没有这个页面" extra={<Link to="/">回到首页</Link>} />;
}

/** A page on its way. */
export function Loading() {
  return <Skeleton active title={{ width: 240 }} paragraph={{ rows: 8 }} />;
}
