import type { FeaturePage } from '@/lib/feature';

export const pages: FeaturePage[] = [
  {
    path: '/jobs',
    part: 'jobs',
    load: async () => (await import('./jobs-page')).JobsPage,
    permissions: ['see_jobs'],
    menu: { label: 'menu.jobs', group: 'administration', order: 50 },
  },
  {
    path: '/jobs/:job',
    part: 'jobs',
    load: async () => (await import('./job-page')).JobPage,
  },
];
