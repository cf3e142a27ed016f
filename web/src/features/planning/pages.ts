import type { FeaturePage } from '@/lib/feature';

const permissions = ['read_plans'];

export const pages: FeaturePage[] = [
  {
    path: '/plans',
    scoped: true,
    part: 'planning',
    load: async () => (await import('./plans-page')).PlansPage,
    permissions,
    menu: { label: 'menu.plans', group: 'training', order: 40 },
    letter: 'k',
    tab: { icon: 'calendar', order: 25 },
  },
  {
    path: '/plans/:plan',
    part: 'planning',
    load: async () => (await import('./plan-page')).PlanPage,
    permissions,
  },
];
