import type { PillKind } from '@/components/pill';

export const pillOf: Record<string, PillKind> = {
  draft: 'neutral',
  submitted: 'sent',
  returned: 'returned',
  approved: 'done',
};
