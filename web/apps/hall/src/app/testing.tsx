import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import { vi } from 'vitest';

// The first visit of a file loads the whole app, which takes a loaded machine many seconds.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 15_000 });

/** What the server answers: a body, or a refusal with its status. */
export type Reply = { status?: number; body?: unknown };

/** The server of a test: `GET /api/centre` and what it answers; what isn't there is refused. */
export type Server = Record<string, Reply | ((asked: Asked) => Reply)>;

/** A request as the server sees it. */
export type Asked = { body: unknown; headers: Headers; query: URLSearchParams };

/** A session with hours before it. */
export const session = (kind: 'member' | 'agent', name: string): Reply => ({
  body: {
    kind,
    name,
    csrf_token: 'csrf',
    ends_at: new Date(Date.now() + 4 * 3_600_000).toISOString(),
  },
});

const CENTRE: Reply = { body: { centre_id: 1, name: '安居中心', hall_demo: null } };
const NOBODY: Reply = { status: 401, body: { code: 'not_signed_in', detail: '请先登录。' } };
const MISSING: Reply = { status: 404, body: { code: 'not_found', detail: '没有这个地址。' } };

/**
 * Opens a page of the halls before a server of the test's own, as a browser does; tells what has
 * been asked. The modules are loaded anew: the client takes over the `fetch` of that moment.
 */
export async function visit(path: string, server: Server): Promise<Map<string, Asked[]>> {
  const log = new Map<string, Asked[]>();
  const known: Server = { 'GET /api/centre': CENTRE, 'GET /api/hall/session': NOBODY, ...server };
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const request = typeof input === 'string' ? new Request(new URL(input, location.href)) : input;
    const { pathname, searchParams } = new URL(request.url);
    const name = `${request.method} ${pathname}`;
    const text = await request.text();
    const asked = { body: text && JSON.parse(text), headers: request.headers, query: searchParams };
    log.set(name, [...(log.get(name) ?? []), asked]);
    const found = known[name] ?? MISSING;
    const { status = 200, body } = typeof found === 'function' ? found(asked) : found;
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    const hasBody = status !== 204;
    return new Response(hasBody ? JSON.stringify(body) : null, {
      status,
      headers: { 'Content-Type': type },
    });
  });
  vi.stubGlobal('scrollTo', () => undefined);
  drawDialogs();
  vi.resetModules();
  const { routeTree } = await import('./router');
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createRouter({
    routeTree,
    basepath: '/hall',
    context: { queryClient },
    history: createMemoryHistory({ initialEntries: [`/hall${path}`] }),
  });
  await router.load();
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return log;
}

/** jsdom knows the element and not how to open it. */
function drawDialogs(): void {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
}
