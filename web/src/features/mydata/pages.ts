import type { FeaturePage } from '@/lib/feature';

const part = 'mydata';

export const pages: FeaturePage[] = [
  {
    path: '/my/data',
    part,
    load: async () => (await import('./my-data-page')).MyDataPage,
    menu: { label: 'menu.my_data', group: 'records', order: 90 },
  },
  {
    path: '/notifications',
    part,
    load: async () => (await import('./notices-page')).NoticesPage,
  },
];
