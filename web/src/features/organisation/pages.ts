import type { FeaturePage } from '@/lib/feature';

const part = 'organisation';

export const pages: FeaturePage[] = [
  {
    path: '/roster',
    scoped: true,
    part,
    load: async () => (await import('./roster-page')).RosterPage,
    permissions: ['read_people'],
    menu: { label: 'menu.roster', group: 'daily', order: 10 },
    letter: 'r',
    tab: { icon: 'user', order: 10, label: 'menu.roster.tab' },
  },
  {
    path: '/posts',
    scoped: true,
    part,
    load: async () => (await import('./posts-page')).PostsPage,
    permissions: ['read_people'],
  },
  {
    path: '/lacking',
    scoped: true,
    part,
    load: async () => (await import('./lacking-page')).LackingPage,
    permissions: ['read_people'],
    menu: { label: 'menu.lacking', group: 'records', order: 20 },
  },
  {
    path: '/people/:personId',
    part,
    load: async () => (await import('./person-page')).PersonPage,
  },
  {
    path: '/units',
    scoped: true,
    part,
    load: async () => (await import('./units-page')).UnitsPage,
    menu: { label: 'menu.units', group: 'records', order: 10 },
    letter: 'u',
  },
];
