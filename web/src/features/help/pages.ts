import type { FeaturePage } from '@/lib/feature';

export const pages: FeaturePage[] = [
  { path: '/help', part: 'help', load: async () => (await import('./help-page')).HelpPage },
];
