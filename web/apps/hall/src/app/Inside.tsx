import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { endSession } from '../api';
import { Button } from '../parts/fields';
import { ProblemNote } from '../parts/ProblemNote';
import { useIdle } from './idle';
import { forgetSession, useSession } from './session';

type Props = {
  /** Where to sign in again. */
  door: '/member/sign-in' | '/agent/sign-in';
  /** The ways within this hall. */
  nav: ReactNode;
};

/** What every page behind a door has: who is signed in, the ways, the way out, the idle notice. */
export function Inside({ door, nav }: Props) {
  const session = useSession();
  const router = useRouter();
  const { standing, leftMs } = useIdle(session);
  const hasLeft = useRef(false);
  // Signed out here, ended by the server, or idle too long: nothing of the person stays in sight.
  useEffect(() => {
    if (session === null && !hasLeft.current) {
      void router.navigate({ to: door, search: { ended: 'true' }, replace: true });
    }
  }, [session, router, door]);
  if (session === null) return null;
  return (
    <>
      <div className="who">
        <span>{session.name}，您好</span>
        <SignOut
          leave={() => {
            hasLeft.current = true;
            void router.navigate({ to: '/', replace: true });
          }}
        />
      </div>
      <main>
        <Outlet />
      </main>
      {nav}
      {standing === 'ending' && <EndingNotice leftMs={leftMs} isLast={session.isLast} />}
    </>
  );
}

function SignOut({ leave }: { leave: () => void }) {
  const queryClient = useQueryClient();
  const done = () => {
    leave();
    forgetSession(queryClient);
  };
  const signOut = useMutation({ mutationFn: endSession, onSuccess: done });
  return (
    <>
      <Button isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
        退出
      </Button>
      {signOut.error && <ProblemNote error={signOut.error} />}
    </>
  );
}

/**
 * Says that the session is about to end. Where it can be kept any tap or key keeps it, and the
 * button is for who wonders how.
 */
function EndingNotice({ leftMs, isLast }: { leftMs: number; isLast: boolean }) {
  const seconds = Math.ceil(leftMs / 1000);
  return (
    <div className="ending" role="alert">
      <p>
        {isLast
          ? '这次登录的时间快到了，为了资金安全，即将自动退出。请尽快办完，之后可以重新登录。'
          : '您有一会儿没有操作了，为了资金安全，即将自动退出。'}
        {/* Read out once, not every second. */}
        <span aria-hidden="true">还有 {seconds} 秒。</span>
      </p>
      {!isLast && <Button isMain>继续使用</Button>}
    </div>
  );
}
