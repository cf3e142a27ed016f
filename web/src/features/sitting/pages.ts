import type { FeaturePage } from '@/lib/feature';

const part = 'sitting';

export const pages: FeaturePage[] = [
  {
    path: '/me/tests/:competency',
    part,
    load: async () => (await import('./intro-page')).IntroPage,
    own: true,
  },
  {
    path: '/sittings/:sitting',
    part,
    load: async () => (await import('./sitting-page')).SittingPage,
    own: true,
  },
];
