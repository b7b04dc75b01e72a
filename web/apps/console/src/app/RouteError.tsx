import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Button, Result } from 'antd';

/** A page that could not be shown, with the server's sentence and a way on. */
export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter();
  const again = (
    <Button type="primary" onClick={() => router.invalidate()}>
      重试
    </Button>
  );
  const sentence = error instanceof Error ? error.message : '原因不明。';
  return <Result status="warning" title="页面打不开" subTitle={sentence} extra={again} />;
}

/** An address that leads nowhere. */
export function NotFound() {
  return <Result status="404" title="没有这个页面" extra={<Link to="/">回到首页</Link>} />;
}
