import type { FeaturePage } from '@/lib/feature';

const part = 'organisation-import';
const permissions = ['import_people'];

export const pages: FeaturePage[] = [
  {
    path: '/roster-import',
    scoped: true,
    part,
    load: async () => (await import('./start-page')).StartPage,
    permissions,
    menu: { label: 'menu.roster_import', group: 'daily', order: 12 },
    letter: 'e',
  },
  {
    path: '/roster-import/:importId/columns',
    part,
    load: async () => (await import('./columns-page')).ColumnsPage,
    permissions,
  },
  {
    path: '/roster-import/:importId',
    part,
    load: async () => (await import('./result-page')).ResultPage,
    permissions,
  },
  {
    path: '/roster-import/:importId/rows',
    part,
    load: async () => (await import('./rows-page')).RowsPage,
    permissions,
  },
  {
    path: '/roster-import/:importId/receipt',
    part,
    load: async () => (await import('./receipt-page')).ReceiptPage,
    permissions,
  },
];
