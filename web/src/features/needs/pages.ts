import type { FeaturePage } from '@/lib/feature';

const permissions = ['read_needs'];

export const pages: FeaturePage[] = [
  {
    path: '/my/gaps',
    part: 'needs',
    load: async () => (await import('./my-gaps-page')).MyGapsPage,
    own: true,
    menu: { label: 'menu.my_gaps', group: 'daily', order: 20 },
    letter: 'm',
    tab: { icon: 'bars', order: 1, label: 'menu.my_gaps.tab' },
  },
  {
    path: '/people/:person/gaps',
    part: 'needs',
    load: async () => (await import('./person-gaps-page')).PersonGapsPage,
  },
  {
    path: '/needs',
    scoped: true,
    part: 'needs',
    load: async () => (await import('./needs-page')).NeedsPage,
    permissions,
    menu: { label: 'menu.needs', group: 'training', order: 10 },
    letter: 'n',
    tab: { icon: 'bars', order: 20 },
  },
  {
    path: '/needs/concurrent-duties',
    scoped: true,
    part: 'needs',
    load: async () => (await import('./duties-page')).DutiesPage,
    permissions,
  },
  {
    path: '/needs/ranking',
    scoped: true,
    part: 'needs',
    load: async () => (await import('./ranking-page')).RankingPage,
    permissions,
  },
  {
    path: '/learning-proposals',
    part: 'needs',
    load: async () => (await import('./proposals-page')).ProposalsPage,
    permissions: ['rate_as_supervisor', 'edit_requirements'],
    menu: { label: 'menu.proposals', group: 'daily', order: 45 },
  },
  {
    path: '/target-groups',
    scoped: true,
    part: 'needs',
    load: async () => (await import('./groups-page')).GroupsPage,
    permissions,
    menu: { label: 'menu.target_groups', group: 'training', order: 20 },
    letter: 'd',
  },
  {
    path: '/target-groups/:group',
    part: 'needs',
    load: async () => (await import('./group-page')).GroupPage,
    permissions,
  },
];
