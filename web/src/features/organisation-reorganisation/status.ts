import type { PillKind } from '@/components/pill';

import type { Reorganisation } from './api';

export const statusKind: Record<Reorganisation['status'], PillKind> = {
  draft: 'neutral',
  submitted: 'sent',
  applied: 'done',
  withdrawn: 'returned',
};
