/** No address of the internet: what resolves away from it leads out of this app. */
const HERE = 'http://here.invalid';

/**
 * The page to go to after signing in, as the sign-in page's search: nothing for home, for the
 * sign-in page itself and for whatever doesn't stay in this app (`//elsewhere`, `/\elsewhere`).
 */
export function nextAfterSignIn(href: unknown): { next?: string } {
  if (typeof href !== 'string' || !href.startsWith('/') || !URL.canParse(href, HERE)) return {};
  const { origin, pathname, search, hash } = new URL(href, HERE);
  const next = pathname + search + hash;
  // `/.//elsewhere` stays here by itself, yet its path would lead away once it is followed.
  const leadsAway = origin !== HERE || next.startsWith('//');
  return leadsAway || next === '/' || isSignIn(pathname) ? {} : { next };
}

/** Whether a path is the sign-in page's. */
export function isSignIn(pathname: string): boolean {
  return pathname === '/sign-in' || pathname.startsWith('/sign-in/');
}
