import type { FeaturePage } from '@/lib/feature';

export const pages: FeaturePage[] = [
  {
    path: '/',
    part: 'core',
    load: async () => (await import('./home-page')).HomePage,
    menu: { label: 'menu.home', group: 'daily', order: 0 },
    letter: 'h',
    tab: { icon: 'list', order: 0 },
  },
];
