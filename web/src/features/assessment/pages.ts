import type { FeaturePage } from '@/lib/feature';

const part = 'assessment';

export const pages: FeaturePage[] = [
  {
    path: '/me/competencies',
    part,
    load: async () => (await import('./my-competencies-page')).MyCompetenciesPage,
    own: true,
    menu: { label: 'menu.my_competencies', group: 'daily', order: 20 },
    tab: { icon: 'card', order: 3, label: 'menu.my_competencies.tab' },
  },
  {
    path: '/team',
    scoped: true,
    part,
    load: async () => (await import('./team-page')).TeamPage,
    permissions: ['read_ratings'],
    menu: { label: 'menu.team', group: 'daily', order: 30 },
    letter: 't',
    tab: { icon: 'bars', order: 15 },
  },
  {
    path: '/team/:personId/rating',
    scoped: true,
    part,
    load: async () => (await import('./rate-page')).RatePage,
    permissions: ['rate_as_supervisor', 'rate_as_assessor'],
  },
  {
    path: '/reviews',
    part,
    load: async () => (await import('./reviews-page')).ReviewsPage,
    permissions: ['decide_reviews'],
    menu: { label: 'menu.reviews', group: 'daily', order: 40 },
  },
  {
    path: '/moderation',
    scoped: true,
    part,
    load: async () => (await import('./moderation-page')).ModerationPage,
    permissions: ['decide_reviews'],
    menu: { label: 'menu.moderation', group: 'records', order: 45 },
  },
  {
    path: '/campaigns',
    part,
    load: async () => (await import('./campaigns-page')).CampaignsPage,
    permissions: ['read_ratings'],
    menu: { label: 'menu.campaigns', group: 'records', order: 40 },
  },
  {
    path: '/campaigns/new',
    part,
    load: async () => (await import('./campaign-form-page')).CampaignFormPage,
    permissions: ['edit_requirements'],
  },
  {
    path: '/rules',
    part,
    load: async () => (await import('./rules-page')).RulesPage,
    permissions: ['edit_rules', 'read_ratings'],
    menu: { label: 'menu.rules', group: 'administration', order: 40 },
  },
  {
    path: '/rules/:code',
    part,
    load: async () => (await import('./rule-page')).RulePage,
    permissions: ['edit_rules'],
  },
];
