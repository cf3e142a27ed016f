import { type ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';

import { loadWords } from '@/lib/i18n';

import { pages } from './features';
import { NotFoundPage } from './not-found-page';
import { PageLoading, RouteFault } from './page-boundary';
import { Root } from './root';
import { Shell } from './shell';

function page(path: string, part: string, load: () => Promise<ComponentType>): RouteObject {
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
      page(
        '/sign-in',
        'core',
        async () => (await import('@/features/session/sign-in-page')).SignInPage,
      ),
      page(
        '/new-password',
        'core',
        async () => (await import('@/features/session/new-password-page')).NewPasswordPage,
      ),
      page(
        '/gallery',
        'gallery',
        async () => (await import('@/features/gallery/gallery-page')).GalleryPage,
      ),
      {
        element: <Shell />,
        children: [
          ...pages.map((each) => page(each.path, each.part, each.load)),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

export function makeRouter() {
  return createBrowserRouter(routes);
}
