import type { FeaturePage } from '@/lib/feature';

export const pages: FeaturePage[] = [
  {
    path: '/sign-in',
    part: 'core',
    load: async () => (await import('./sign-in-page')).SignInPage,
    bare: true,
  },
  {
    path: '/recovery',
    part: 'core',
    load: async () => (await import('./recovery-page')).RecoveryPage,
    bare: true,
  },
  {
    path: '/new-password',
    part: 'core',
    load: async () => (await import('./new-password-page')).NewPasswordPage,
    bare: true,
  },
];
