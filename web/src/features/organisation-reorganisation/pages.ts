import type { FeaturePage } from '@/lib/feature';

const part = 'organisation-reorganisation';
const permissions = ['prepare_reorganisations', 'decide_reorganisations'];

export const pages: FeaturePage[] = [
  {
    path: '/reorganisations',
    scoped: true,
    part,
    load: async () => (await import('./list-page')).ReorganisationsPage,
    permissions,
    menu: { label: 'menu.reorganisations', group: 'records', order: 30 },
  },
  {
    path: '/reorganisations/:reorganisationId',
    part,
    load: async () => (await import('./reorganisation-page')).ReorganisationPage,
    permissions,
  },
];
