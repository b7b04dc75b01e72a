import { Problem } from '@anju/api';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '../parts/fields';
import { Page } from '../parts/Page';
import { ProblemNote, problemIn } from '../parts/ProblemNote';
import { Way } from './links';

/** A page that could not be shown: why, and the ways on. */
export function RouteError({ error }: { error: unknown }) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);
  // What is forbidden or isn't there stays so; anything else may have passed.
  const { status } = problemIn(error);
  const isLasting = status === 403 || status === 404;
  return (
    <Page title="这一页打不开">
      <ProblemNote error={error} />
      <div className="buttons">
        {!isLasting && (
          <Button isMain onClick={() => void router.invalidate()}>
            重试
          </Button>
        )}
        <Way to="/" className="button">
          回到大厅首页
        </Way>
      </div>
    </Page>
  );
}

const NO_PAGE = new Problem(404, { code: 'no_such_page', detail: '没有这个页面。' });

/** An address that leads nowhere. */
export function NotFound() {
  return <RouteError error={NO_PAGE} />;
}
