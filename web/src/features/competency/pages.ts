import type { FeaturePage } from '@/lib/feature';

const part = 'competency';

export const pages: FeaturePage[] = [
  {
    path: '/frameworks',
    part,
    load: async () => (await import('./frameworks-page')).FrameworksPage,
    menu: { label: 'menu.frameworks', group: 'framework', order: 50 },
    letter: 'f',
  },
  {
    path: '/frameworks/:versionId',
    part,
    load: async () => (await import('./framework-page')).FrameworkPage,
  },
  {
    path: '/frameworks/:versionId/competency',
    part,
    load: async () => (await import('./competency-edit-page')).CompetencyEditPage,
    permissions: ['edit_frameworks'],
  },
  {
    path: '/framework-import',
    scoped: true,
    part,
    load: async () => (await import('./framework-import-page')).FrameworkImportPage,
    permissions: ['edit_frameworks'],
  },
  {
    path: '/requirements',
    scoped: true,
    part,
    load: async () => (await import('./requirements-page')).RequirementsPage,
    menu: { label: 'menu.requirements', group: 'framework', order: 55 },
  },
  {
    path: '/role-adoption',
    scoped: true,
    part,
    load: async () => (await import('./role-adoption-page')).RoleAdoptionPage,
    permissions: ['edit_requirements'],
  },
  {
    path: '/foundations',
    scoped: true,
    part,
    load: async () => (await import('./foundations-page')).FoundationsPage,
    permissions: ['read_people'],
    menu: { label: 'menu.foundations', group: 'framework', order: 60 },
  },
];
