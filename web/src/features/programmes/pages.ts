import type { FeaturePage } from '@/lib/feature';

export const pages: FeaturePage[] = [
  {
    path: '/programmes',
    part: 'programmes',
    load: async () => (await import('./programmes-page')).ProgrammesPage,
    menu: { label: 'menu.programmes', group: 'training', order: 30 },
  },
  {
    path: '/programmes/:version',
    part: 'programmes',
    load: async () => (await import('./programme-page')).ProgrammePage,
  },
];
