import type { FeaturePage } from '@/lib/feature';

const part = 'programmes';

export const pages: FeaturePage[] = [
  {
    path: '/programmes',
    scoped: true,
    part,
    load: async () => (await import('./programmes-page')).ProgrammesPage,
    menu: { label: 'menu.programmes', group: 'training', order: 30 },
  },
  {
    path: '/programmes/new',
    scoped: true,
    part,
    load: async () => (await import('./programme-edit-page')).NewProgrammePage,
    permissions: ['edit_programmes'],
  },
  {
    path: '/programmes/:version',
    part,
    load: async () => (await import('./programme-page')).ProgrammePage,
  },
  {
    path: '/programmes/:version/edit',
    part,
    load: async () => (await import('./programme-edit-page')).ProgrammeEditPage,
    permissions: ['edit_programmes'],
  },
];
