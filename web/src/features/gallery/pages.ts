import type { FeaturePage } from '@/lib/feature';

export const pages: FeaturePage[] = [
  {
    path: '/gallery',
    part: 'gallery',
    load: async () => (await import('./gallery-page')).GalleryPage,
    bare: true,
  },
];
