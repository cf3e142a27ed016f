import { createBrowserRouter, type RouteObject } from 'react-router';

import type { FeaturePage } from '@/lib/feature';
import { loadWords } from '@/lib/i18n';

import { pages } from './features';
import { NotFoundPage } from './not-found-page';
import { PageLoading, RouteFault } from './page-boundary';
import { Root } from './root';
import { Shell } from './shell';

function page({ path, part, load }: FeaturePage): RouteObject {
  return {
    path,
    errorElement: <RouteFault />,
    lazy: async () => {
      const [Component] = await Promise.all([load(), loadWords(part)]);
      return { Component, handle: { part } };
    },
  };
}

export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <RouteFault />,
    hydrateFallbackElement: <PageLoading />,
    children: [
      ...pages.filter((each) => each.bare).map(page),
      {
        element: <Shell />,
        children: [
          ...pages.filter((each) => !each.bare).map(page),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

export function makeRouter() {
  return createBrowserRouter(routes);
}
