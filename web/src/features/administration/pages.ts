import type { FeaturePage } from '@/lib/feature';

const part = 'administration';

export const pages: FeaturePage[] = [
  {
    path: '/settings',
    part,
    load: async () => (await import('./settings-page')).SettingsPage,
    permissions: ['edit_settings', 'read_audit'],
    menu: { label: 'menu.settings', group: 'administration', order: 10 },
  },
  {
    path: '/accounts',
    scoped: true,
    part,
    load: async () => (await import('./accounts-page')).AccountsPage,
    permissions: ['read_accounts'],
    menu: { label: 'menu.accounts', group: 'administration', order: 20 },
    letter: 'q',
    tab: { icon: 'user', order: 30, label: 'menu.accounts.tab' },
  },
  {
    path: '/accounts/:account',
    part,
    load: async () => (await import('./account-page')).AccountPage,
    permissions: ['read_accounts'],
  },
  {
    path: '/recoveries',
    part,
    load: async () => (await import('./recoveries-page')).RecoveriesPage,
    permissions: ['recover_accounts'],
    menu: { label: 'menu.recoveries', group: 'administration', order: 30 },
  },
];
