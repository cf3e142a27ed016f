import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';

import { Providers } from '@/app/providers';
import { makeQueryClient } from '@/lib/query-client';
import { type Session, sessionQuery } from '@/lib/session';
import { Suspense } from 'react';

import { PageBoundary } from '@/app/page-boundary';

import { hrOfficer } from './world';

export { answer, calls, problem } from './answers';

type Options = {
  // Where the page stands: the pattern of its route and the address asked for.
  path?: string;
  at?: string;
  session?: Session | null;
};

// Shows a page as the program does: words, theme, cache, router, a session.
export function renderPage(page: ReactElement, options: Options = {}) {
  const client = makeQueryClient();
  client.setDefaultOptions({ queries: { retry: false } });
  client.setQueryData(
    sessionQuery.queryKey,
    options.session === undefined ? hrOfficer : options.session,
  );
  const element = (
    <PageBoundary>
      <Suspense>{page}</Suspense>
    </PageBoundary>
  );
  const router = createMemoryRouter(
    [
      { path: options.path ?? '/', element },
      ...(options.path === '*' ? [] : [{ path: '*', element: <p>elsewhere</p> }]),
    ],
    { initialEntries: [options.at ?? '/'] },
  );
  return {
    client,
    router,
    ...render(
      <Providers client={client}>
        <RouterProvider router={router} />
      </Providers>,
    ),
  };
}
