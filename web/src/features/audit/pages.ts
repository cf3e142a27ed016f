import type { FeaturePage } from '@/lib/feature';

export const pages: FeaturePage[] = [
  {
    path: '/audit',
    part: 'audit',
    load: async () => (await import('./audit-page')).AuditPage,
    permissions: ['read_audit'],
    menu: { label: 'menu.audit', group: 'administration', order: 40 },
    letter: 'a',
    tab: { icon: 'file', order: 5 },
  },
];
